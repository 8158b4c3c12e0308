package org.capaccueil.privacy.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.capaccueil.organisation.DataProtection.Contact;

record ContactForm(
        @NotBlank(message = "Donnez le nom du délégué ou de son service.")
                @Size(max = 200, message = "Le nom a 200 caractères au plus.")
                String name,
        @NotBlank(message = "Dites comment le joindre : une adresse électronique ou un numéro.")
                @Size(max = 300, message = "300 caractères au plus.")
                String reach) {

    ContactForm {
        name = name == null ? "" : name.strip();
        reach = reach == null ? "" : reach.strip();
    }

    static ContactForm of(Contact contact) {
        return new ContactForm(contact.name(), contact.reach());
    }
}
