package org.capaccueil.reporting;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRRewindableDataSource;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a design from immutable records, which the library's own bean source cannot read (it wants getters). A field is a
 * path of record components or plain methods, such as {@code status.title} or {@code actions.size}; where it differs from the field's name, it is
 * the field's description. What comes out depends on the class the design declares:
 *
 * <ul>
 *   <li>String: the value as French text, see {@link FrenchText}
 *   <li>JRDataSource: a source over the nested list, or over the one nested record; {@code _THIS} is the row itself
 *   <li>anything else: the value, which must already be of that class
 * </ul>
 *
 * So expressions in designs touch texts, numbers and sources only, and the list of classes they are allowed stays short.
 */
final class RecordSource implements JRRewindableDataSource {

    private static final String THIS = "_THIS";
    private static final String SIZE = "size";

    private final List<?> rows;
    private int position = -1;

    private RecordSource(List<?> rows) {
        this.rows = rows;
    }

    static RecordSource of(Record row) {
        return new RecordSource(List.of(row));
    }

    static RecordSource of(Collection<?> rows) {
        return new RecordSource(List.copyOf(rows));
    }

    /**
     * At its end it stands before its first row again: a band that did not fit on its page is filled once more on the
     * next one, and the library does not always rewind the source of a table in it.
     */
    @Override
    public boolean next() {
        position++;
        if (position < rows.size()) {
            return true;
        }
        position = -1;
        return false;
    }

    @Override
    public void moveFirst() {
        position = -1;
    }

    @Override
    public @Nullable Object getFieldValue(JRField field) {
        String path = field.getDescription() == null ? field.getName() : field.getDescription();
        Object value = read(rows.get(position), path);
        Class<?> wanted = field.getValueClass();
        if (wanted == JRDataSource.class) {
            return source(value, path);
        }
        if (wanted == String.class) {
            return FrenchText.of(value);
        }
        if (value != null && !wanted.isInstance(value)) {
            throw new IllegalArgumentException(
                    "field " + path + " is a " + value.getClass().getName() + ", the design wants " + wanted.getName());
        }
        return value;
    }

    private static JRDataSource source(@Nullable Object value, String path) {
        if (value == null) {
            return new RecordSource(List.of());
        }
        if (value instanceof Collection<?> nested) {
            return of(nested);
        }
        if (value instanceof Record nested) {
            return of(nested);
        }
        throw new IllegalArgumentException("field " + path + " is neither a list nor a record");
    }

    private static @Nullable Object read(Object row, String path) {
        if (THIS.equals(path)) {
            return row;
        }
        Object value = row;
        for (String step : path.split("\\.")) {
            if (value == null) {
                return null;
            }
            value = call(value, step, path);
        }
        return value;
    }

    private static @Nullable Object call(Object target, String step, String path) {
        if (target instanceof Collection<?> list && SIZE.equals(step)) {
            return list.size();
        }
        try {
            Method method = target.getClass().getMethod(step);
            method.trySetAccessible();
            return method.invoke(target);
        } catch (NoSuchMethodException | IllegalAccessException wrongDesign) {
            throw new IllegalArgumentException(
                    "no " + step + "() in " + target.getClass().getName() + " for field " + path, wrongDesign);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException("field " + path + " could not be read", failed.getCause());
        }
    }
}
