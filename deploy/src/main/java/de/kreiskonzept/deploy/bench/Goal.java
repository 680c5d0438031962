package de.kreiskonzept.deploy.bench;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Says in one line that programs can read how a figure stands to its goal. */
public final class Goal {
    private Goal() {}

    /** A figure that should not be larger than its goal. */
    public static void atMost(String name, double value, double goal) {
        print(name, value, "<=", goal, value <= goal);
    }

    /** A figure that should not be smaller than its goal. */
    public static void atLeast(String name, double value, double goal) {
        print(name, value, ">=", goal, value >= goal);
    }

    private static void print(String name, double value, String sign, double goal, boolean met) {
        var digits = new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
        System.out.printf(
                "ratio %s %s goal %s %s %s%n",
                name, digits.format(value), sign, digits.format(goal), met ? "met" : "short");
    }
}
