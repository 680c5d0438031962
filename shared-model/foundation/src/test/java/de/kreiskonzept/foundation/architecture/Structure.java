package de.kreiskonzept.foundation.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import de.kreiskonzept.foundation.time.GermanTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The structure of the classes of one module; each method returns one sentence for each place that breaks a rule. */
public final class Structure {
    private static final Pattern EMPTY_NAMES = Pattern.compile(".*(Manager|Helper|Util|Utils|Impl|Base|Service)");
    private static final String SECURED = "io.micronaut.security.annotation.Secured";
    private static final String ANONYMOUS = "isAnonymous()";
    private static final Set<String> ROUTES = Set.of("Get", "Post", "Put", "Patch", "Delete", "Head", "Options");
    private static final Set<String> CONNECTIONS =
            Set.of("javax.sql.DataSource", "java.sql.Connection", "java.sql.DriverManager");
    private static final int MOST_TYPES = 20;
    private static final int MOST_COMPONENTS = 6;

    // They do not change while tests run, and to read those of a whole application takes seconds.
    private static final Map<String, JavaClasses> READ = new ConcurrentHashMap<>();

    private final String root;
    private final JavaClasses classes;

    /** Takes the main classes of the package and all below it; what Micronaut generates is left out. */
    public Structure(String root) {
        this.root = root;
        this.classes = READ.computeIfAbsent(root, Structure::read);
    }

    private static JavaClasses read(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(place -> !place.contains("/$"))
                .importPackages(root);
    }

    /**
     * Finds features that use a feature behind them in the list, or that the list does not name. An empty name in the list stands for the
     * classes directly in the root package.
     */
    public List<String> againstOrder(List<String> order) {
        var complaints = new TreeSet<String>();
        for (var from : classes) {
            var place = feature(from);
            if (!place.isEmpty() && !order.contains(place)) {
                complaints.add("the list names no package " + place);
            }
            for (var dependency : from.getDirectDependenciesFromSelf()) {
                var other = feature(dependency.getTargetClass());
                if (isOurs(dependency.getTargetClass())
                        && order.contains(place)
                        && order.indexOf(other) > order.indexOf(place)) {
                    complaints.add("%s uses %s: %s".formatted(place, other, dependency.getDescription()));
                }
            }
        }
        return List.copyOf(complaints);
    }

    private boolean isOurs(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(root + ".");
    }

    private String feature(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return "";
        }
        var rest = name.substring(root.length() + 1);
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }

    /** Finds classes outside the given features that touch connections. */
    public List<String> connectionsOutside(Set<String> features) {
        return classes.stream()
                .filter(type -> !features.contains(feature(type)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        CONNECTIONS.contains(dependency.getTargetClass().getName()))
                .map(dependency -> dependency.getDescription())
                .sorted()
                .toList();
    }

    /** Finds classes that depend on one of the given packages or what is below it. */
    public List<String> usesOf(String... packages) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> Arrays.stream(packages)
                        .anyMatch(name ->
                                dependency.getTargetClass().getPackageName().startsWith(name)))
                .map(dependency -> dependency.getDescription())
                .sorted()
                .toList();
    }

    /** Finds routes that do not say who may call them, and open ones that the list does not name. */
    public List<String> undeclaredRoutes(Set<String> open) {
        var complaints = new ArrayList<String>();
        var found = new TreeSet<String>();
        for (var route : routes()) {
            var name = route.getOwner().getSimpleName() + "." + route.getName();
            var roles = roles(route);
            if (roles.isEmpty()) {
                complaints.add(name + " does not say who may call it");
            } else if (roles.contains(ANONYMOUS)) {
                found.add(name);
            }
        }
        found.stream().filter(name -> !open.contains(name)).forEach(name -> complaints.add(name + " is open to all"));
        open.stream().filter(name -> !found.contains(name)).forEach(name -> complaints.add(name + " is not open"));
        return complaints;
    }

    /** Returns who may call each route: method and path, for example {@code GET /{county}/konten}, to role names. */
    public Map<String, Set<String>> rolesOfRoutes() {
        var all = new TreeMap<String, Set<String>>();
        for (var route : routes()) {
            names(route).forEach(name -> all.put(name, roles(route)));
        }
        return all;
    }

    private static List<String> names(JavaMethod route) {
        var base = path(route.getOwner().tryGetAnnotationOfType("io.micronaut.http.annotation.Controller"));
        return route.getAnnotations().stream()
                .filter(annotation -> ROUTES.contains(annotation.getRawType().getSimpleName()))
                .map(annotation -> verb(annotation.getRawType().getSimpleName()) + " "
                        + ("/" + base + path(Optional.of(annotation))).replaceAll("//+", "/"))
                .toList();
    }

    /** Finds the routes that carry an annotation themselves or on their class, by HTTP method and path like {@link #rolesOfRoutes}. */
    public Set<String> routesWith(Class<? extends java.lang.annotation.Annotation> annotation) {
        var found = new TreeSet<String>();
        for (var route : routes()) {
            if (route.isAnnotatedWith(annotation) || route.getOwner().isAnnotatedWith(annotation)) {
                found.addAll(names(route));
            }
        }
        return found;
    }

    private static String verb(String annotation) {
        return annotation.toUpperCase(java.util.Locale.ROOT);
    }

    private static String path(Optional<? extends com.tngtech.archunit.core.domain.JavaAnnotation<?>> annotation) {
        return annotation
                .flatMap(found -> found.get("value").or(() -> found.get("uri")))
                .map(String::valueOf)
                .filter(text -> !text.equals("/"))
                .orElse("");
    }

    private List<JavaMethod> routes() {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith("io.micronaut.http.annotation.Controller"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getAnnotations().stream()
                        .anyMatch(annotation ->
                                ROUTES.contains(annotation.getRawType().getSimpleName())))
                .toList();
    }

    private static Set<String> roles(JavaMethod route) {
        Optional<Object> own = route.tryGetAnnotationOfType(SECURED).flatMap(found -> found.get("value"));
        return own.or(() -> route.getOwner().tryGetAnnotationOfType(SECURED).flatMap(found -> found.get("value")))
                .map(value -> Set.of((String[]) value))
                .orElse(Set.of());
    }

    /** Finds classes that make keys at random, which are not in the order of time; the list names those that make no keys of rows. */
    public List<String> randomKeys(Set<String> noKeys) {
        return classes.stream()
                .filter(type -> !noKeys.contains(type.getSimpleName()))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(UUID.class)
                        && call.getName().equals("randomUUID"))
                .map(call -> call.getDescription())
                .sorted()
                .toList();
    }

    /** Finds classes that make a form of their own for days and times instead of taking one of {@link GermanTime}. */
    public List<String> ownFormsOfTime() {
        return classes.stream()
                .filter(type -> !type.isEquivalentTo(GermanTime.class))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(DateTimeFormatter.class)
                        && call.getName().equals("ofPattern"))
                .map(call -> call.getDescription())
                .sorted()
                .toList();
    }

    /** Finds types whose name promises nothing. */
    public List<String> emptyNames() {
        return classes.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> EMPTY_NAMES.matcher(name).matches())
                .sorted()
                .toList();
    }

    /** Finds packages with more than 20 types; nested ones do not count. */
    public List<String> fullPackages() {
        var counts = new TreeMap<String, Integer>();
        classes.stream()
                .filter(type -> !type.getName().contains("$") && !type.getName().endsWith("package-info"))
                .forEach(type -> counts.merge(type.getPackageName(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > MOST_TYPES)
                .map(entry -> "%s has %d types".formatted(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Finds beans that are given more than six others. */
    public List<String> greedyBeans() {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith("jakarta.inject.Singleton")
                        || type.isAnnotatedWith("io.micronaut.http.annotation.Controller"))
                .flatMap(type -> type.getConstructors().stream())
                .filter(made -> made.getRawParameterTypes().size() > MOST_COMPONENTS)
                .map(made -> made.getOwner().getSimpleName() + " takes "
                        + made.getRawParameterTypes().size())
                .sorted()
                .toList();
    }
}
