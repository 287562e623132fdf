package org.lotse.models.registry;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lotse.models.definition.ModelProblem;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Records as YAML and back: components become keys; where a component is a sealed type, {@code kind} says which record it
 * is. Knows numbers, texts, booleans, enums, instants, lists and records.
 */
final class RecordYaml {
    private static final String KIND = "kind";

    private RecordYaml() {}

    static String write(Record record) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options).dump(plain(record));
    }

    static <T extends Record> T read(Class<T> type, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(20_000_000);
        return type.cast(value(type, new Yaml(new SafeConstructor(options)).load(text)));
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Record record -> {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put(KIND, record.getClass().getSimpleName());
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    try {
                        map.put(
                                component.getName(),
                                plain(component.getAccessor().invoke(record)));
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException("The record " + record + " cannot be read.", e);
                    }
                }
                yield map;
            }
            case List<?> list -> list.stream().map(RecordYaml::plain).toList();
            case Enum<?> constant -> constant.name();
            case Instant instant -> instant.toString();
            default -> value;
        };
    }

    private static Object value(Type type, @Nullable Object yaml) {
        if (type instanceof ParameterizedType list && yaml instanceof List<?> items) {
            List<Object> values = new ArrayList<>();
            items.forEach(item -> values.add(value(list.getActualTypeArguments()[0], item)));
            return values;
        }
        if (!(type instanceof Class<?> raw) || yaml == null) {
            throw new ModelProblem("the value " + yaml + " is not understood.");
        }
        if (yaml instanceof Map<?, ?> map) {
            return record(raw, map);
        }
        return switch (yaml) {
            case Number number when raw == long.class -> number.longValue();
            case Number number when raw == int.class -> number.intValue();
            case Number number when raw == double.class -> number.doubleValue();
            case String text when raw == double.class -> Double.parseDouble(text);
            case String text when raw == Instant.class -> Instant.parse(text);
            case java.util.Date date when raw == Instant.class -> date.toInstant();
            case Object constant when raw.isEnum() -> constant(raw, constant.toString());
            case Object text when raw == String.class -> text.toString();
            default -> yaml;
        };
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new ModelProblem("the value " + name + " is no " + type.getSimpleName() + "."));
    }

    private static Object record(Class<?> declared, Map<?, ?> map) {
        Class<?> type = declared.isSealed()
                ? Arrays.stream(declared.getPermittedSubclasses())
                        .filter(permitted -> permitted.getSimpleName().equals(map.get(KIND)))
                        .findFirst()
                        .orElseThrow(() -> new ModelProblem("the kind " + map.get(KIND) + " is unknown."))
                : declared;
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i].getGenericType(), map.get(components[i].getName()));
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new ModelProblem("the values " + map.keySet() + " make no " + type.getSimpleName() + ".", e);
        }
    }
}
