package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.transfer.Manifest.TablePart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipFile;

/** An exported file that is whole. */
record ExportedFile(ZipFile zip, Manifest manifest) implements AutoCloseable {
    List<String> tables() {
        return manifest.tables().stream().map(TablePart::name).toList();
    }

    /** The rows of a table that the manifest names; the caller closes the stream. */
    InputStream lines(String table) throws IOException {
        return zip.getInputStream(zip.getEntry(new TablePart(table, 0, "").entry()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
