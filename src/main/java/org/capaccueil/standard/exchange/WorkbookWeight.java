package org.capaccueil.standard.exchange;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.capaccueil.shared.BusinessRefusal;

/** Weighs a workbook by the elements and attributes it is made of: each becomes objects when a model is built of it. */
final class WorkbookWeight {

    /** Ten thousand criteria come to half of this; an empty cell weighs two to four. */
    private static final int MOST = 600_000;

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private int weight;

    void add(byte[] part) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(part));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    weight += 1 + xml.getAttributeCount();
                    requireBearable();
                }
            }
        } catch (XMLStreamException broken) {
            // How far it is sound is weighed; whoever builds the model comes no further and says what is wrong.
            return;
        }
    }

    private void requireBearable() {
        if (weight > MOST) {
            throw new BusinessRefusal(
                    "Ce classeur a bien plus de cellules qu'un référentiel n'en a besoin. "
                            + "Supprimez les lignes et les colonnes vides, ou recopiez les valeurs dans le classeur à remplir.");
        }
    }
}
