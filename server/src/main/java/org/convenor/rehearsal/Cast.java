package org.convenor.rehearsal;

import java.util.ArrayList;
import java.util.List;

/// Invented people and districts. None of them exists; the names say so.
public final class Cast {
    private static final List<String> DISTRICTS =
            List.of(
                    "Sample Bend",
                    "Pretend Harbor",
                    "Example Ridge",
                    "Invented Prairie",
                    "Placeholder Creek",
                    "Madeup Hollow",
                    "Imaginary Bay",
                    "Fictional Falls");

    private static final List<String> NAMES =
            List.of(
                    "Ada Example",
                    "Bo Sample",
                    "Carmen Placeholder",
                    "Dev Invented",
                    "Elif Example",
                    "Farid Sample",
                    "Grace Placeholder",
                    "Hana Invented",
                    "Ines Example",
                    "Jamal Sample",
                    "Kei Placeholder",
                    "Lena Invented",
                    "Milan Example",
                    "Noor Sample",
                    "Otis Placeholder",
                    "Priya Invented",
                    "Quinn Example",
                    "Rosa Sample",
                    "Samir Placeholder",
                    "Tala Invented",
                    "Umar Example",
                    "Vera Sample",
                    "Wen Placeholder",
                    "Yara Invented");

    /// Somebody who does not exist.
    public record Person(String name, String district) {
        @Override
        public String toString() {
            return name + " (" + district + ")";
        }
    }

    private Cast() {}

    /// So many people from so many districts, at least one from each; the first one facilitates.
    public static List<Person> of(Turnout turnout) {
        var cast = new ArrayList<Person>();
        for (int index = 0; index < turnout.people(); index++) {
            cast.add(new Person(name(index), district(index % turnout.teams())));
        }
        return List.copyOf(cast);
    }

    private static String name(int index) {
        int round = index / NAMES.size();
        var name = NAMES.get(index % NAMES.size());
        return round == 0 ? name : name + " " + (round + 1);
    }

    private static String district(int index) {
        int round = index / DISTRICTS.size();
        var district = DISTRICTS.get(index % DISTRICTS.size());
        return round == 0 ? district : district + " " + (round + 1);
    }
}
