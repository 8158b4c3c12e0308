package org.capaccueil;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Evaluation of municipal reception services: one cycle, one method, every reception team and channel. */
@SpringBootApplication
public class CapAccueilApplication {

    public static void main(String[] args) {
        SpringApplication.run(CapAccueilApplication.class, args);
    }
}
