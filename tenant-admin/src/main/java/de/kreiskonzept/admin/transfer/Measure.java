package de.kreiskonzept.admin.transfer;

import java.io.OutputStream;

/**
 * How large a file may become when it is unpacked: a small one can hold more than any machine has.
 *
 * @param megabytes largest file that comes in
 */
record Measure(long megabytes) {
    /** The export of a county full of text becomes a tenth of its size, that of one full of pictures stays as it is. */
    private static final int TIMES = 16;

    private static final long MEGABYTE = 1 << 20;

    /** A row is read as a whole; the largest holds an uploaded file in hexadecimal digits. */
    private static final long LONGEST_ROW = 128 * MEGABYTE;

    /** Something to unpack into, which keeps nothing; it refuses with 422 what is beyond measure. */
    OutputStream begin() {
        return new Unpacked(TIMES * megabytes * MEGABYTE);
    }

    private static final class Unpacked extends OutputStream {
        private final long most;
        private long all;
        private long row;

        Unpacked(long most) {
            this.most = most;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            all += length;
            for (var i = from; i < from + length; i++) {
                row = bytes[i] == '\n' ? 0 : row + 1;
                if (row > LONGEST_ROW) {
                    throw ImportFailure.BEYOND_MEASURE.refusal();
                }
            }
            if (all > most) {
                throw ImportFailure.BEYOND_MEASURE.refusal();
            }
        }

        /** Many files are unpacked into the same one after the other. */
        @Override
        public void close() {
            row = 0;
        }
    }
}
