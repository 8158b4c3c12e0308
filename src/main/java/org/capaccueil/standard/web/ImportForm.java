package org.capaccueil.standard.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

record ImportForm(@Nullable MultipartFile file) {

    static ImportForm empty() {
        return new ImportForm(null);
    }

    byte[] content() {
        if (file == null) {
            return new byte[0];
        }
        try {
            return file.getBytes();
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
    }
}
