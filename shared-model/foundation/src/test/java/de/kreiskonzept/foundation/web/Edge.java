package de.kreiskonzept.foundation.web;

import java.util.List;

/**
 * A running application as the tests of its edge see it: with one page that has a form, and one address of the interface that takes JSON.
 *
 * @param url of the application, without a slash at the end
 * @param home path of the start page of the signed-in, with a slash at its end
 * @param cookie header {@code Cookie} of a browser in which somebody is signed in who may do everything
 * @param token bearer token of such a person
 * @param form path of a form, to be opened and sent
 * @param fields what the form sends, urlencoded; {@code %s} stands for free text
 * @param uploader header {@code Cookie} of somebody who may upload
 * @param uploads paths that take multipart forms
 * @param api path that takes a document by POST, and lists by GET what is stored
 * @param document JSON; {@code %s} stands for free text
 * @param trail path of the audit trail in the interface; its page is {@code protokoll} below the start page
 * @param schema of the database with what is stored
 */
public record Edge(
        String url,
        String home,
        String cookie,
        String token,
        String form,
        String fields,
        String uploader,
        List<String> uploads,
        String api,
        String document,
        String trail,
        String schema) {

    String cookieLine() {
        return "Cookie: " + cookie;
    }

    String bearerLine() {
        return "Authorization: Bearer " + token;
    }
}
