package de.kreiskonzept.platform.oparl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows every address that a county gives by OParl 1.1 and holds what it finds against what the standard asks. */
public final class OparlReader {
    static final String TYPE = "https://schema.oparl.org/1.1/";

    private final ObjectMapper json = new ObjectMapper();
    private final String begin;
    private final Fetch fetch;

    /** How an address is read. */
    @FunctionalInterface
    public interface Fetch {
        /** What anybody gets there. */
        HttpResponse<String> get(String address) throws Exception;
    }

    /**
     * Reads nothing yet.
     *
     * @param begin what every address begins with, up to {@code /oparl/v1.1}
     */
    public OparlReader(String begin, Fetch fetch) {
        this.begin = begin;
        this.fetch = fetch;
    }

    /** Everything that can be reached from the system by following every address, by address; files as they are. */
    public Map<String, String> walk() throws Exception {
        var found = new LinkedHashMap<String, String>();
        var ahead = new ArrayDeque<String>();
        ahead.add(begin + "/system");
        while (!ahead.isEmpty()) {
            String address = ahead.remove();
            if (found.containsKey(address)) {
                continue;
            }
            HttpResponse<String> answer = fetch.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.headers().allValues("Set-Cookie")).as(address).isEmpty();
            found.put(address, answer.body());
            if (!isFile(address)) {
                addresses(json.readTree(answer.body()), ahead);
            }
        }
        return found;
    }

    private void addresses(JsonNode node, ArrayDeque<String> ahead) {
        if (node.isTextual() && node.asText().startsWith(begin)) {
            ahead.add(node.asText());
        }
        node.forEach(below -> addresses(below, ahead));
    }

    /** Requires that everything that was found is as the standard asks; gives how often each type was there. */
    public Map<String, Integer> hold(Map<String, String> found) throws IOException {
        var seen = new HashMap<String, Integer>();
        for (var entry : found.entrySet()) {
            if (isFile(entry.getKey())) {
                assertThat(entry.getValue()).as(entry.getKey()).startsWith("%PDF-");
                continue;
            }
            JsonNode node = json.readTree(entry.getValue());
            String type = node.has("data") ? "List" : node.get("type").asText().substring(TYPE.length());
            assertThat(faults(type, node)).as(entry.getKey()).isEmpty();
            seen.merge(type, 1, Integer::sum);
        }
        return seen;
    }

    private static boolean isFile(String address) {
        return address.endsWith("/download");
    }

    /** In what an object is not as the standard asks. */
    List<String> faults(String type, JsonNode node) throws IOException {
        var root = (ObjectNode) json.readTree(OparlReader.class.getResourceAsStream("/oparl/schema.json"));
        root.put("$ref", "#/$defs/" + type);
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(root, config);
        var faults = new ArrayList<String>();
        schema.validate(node).forEach(fault -> faults.add(fault.toString()));
        return faults;
    }
}
