package io.guildhall.cop.files;

import io.guildhall.platform.aggregate.Refusal;

/**
 * An image, read as far as its parts go and never decoded.
 *
 * @param width in pixels, as it is shown
 * @param height in pixels, as it is shown
 * @param content without what is not needed to show it: where and with what it was taken, comments, and whatever follows
 *     its end
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record Picture(int width, int height, byte[] content) {

    /** More than cameras and screens of today make; a browser takes four bytes for each. */
    static final long MOST_PIXELS = 50_000_000;

    /** @throws Refusal 422 when showing it would take more memory than a reader can be asked for */
    static void refuseTooLarge(int width, int height) {
        if (width < 1 || height < 1) {
            throw broken();
        }
        if ((long) width * height > MOST_PIXELS) {
            throw Refusal.invalid(
                    "image-too-large",
                    "The image has " + width + " × " + height + " pixels, and a page takes " + MOST_PIXELS / 1_000_000
                            + " million; make it smaller and give it again.");
        }
    }

    static Refusal broken() {
        return Refusal.invalid(
                "image-broken", "The image ends too early or is damaged; export it once more and give it again.");
    }
}
