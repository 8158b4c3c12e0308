package org.capaccueil.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The application's own classes, without its tests. */
final class Classes {

    static final JavaClasses APPLICATION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.capaccueil");

    private Classes() {}

    static List<Class<?>> ofTheApplication() {
        return APPLICATION.stream().<Class<?>>map(JavaClass::reflect).toList();
    }
}
