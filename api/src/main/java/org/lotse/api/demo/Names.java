package org.lotse.api.demo;

import java.util.List;

/** Invented names of people and firms: frequent first and last names, freely combined. */
final class Names {
    private static final List<String> WOMEN = words(
            "Anna Maria Emma Mia Hannah Lea Lena Laura Julia Sarah Lisa Katharina Sabine Petra Monika Ursula Karin Renate"
                    + " Helga Ingrid Claudia Susanne Andrea Birgit Martina Nicole Stefanie Christina Melanie Sandra Heike"
                    + " Gabriele Angelika Brigitte Silke Anja Tanja Kerstin Franziska Johanna Charlotte Clara Frieda Ida"
                    + " Ayse Elif Fatma Olga Natalia Agnieszka Wiebke Antje Svenja Maike Greta Marlene Paula Nele Jana");
    private static final List<String> MEN = words(
            "Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Günter Stefan Christian Uwe Werner Horst Frank Dieter"
                    + " Manfred Gerhard Hans Bernd Torsten Matthias Martin Jens Sven Jan Lars Dirk Ralf Markus Daniel"
                    + " Alexander Sebastian Tobias Florian Philipp Felix Paul Jonas Leon Lukas Finn Noah Ben Elias Emil"
                    + " Mehmet Mustafa Ali Sergej Viktor Piotr Tomasz Hauke Malte Ole Hinnerk Karl Friedrich Anton");
    private static final List<String> FAMILIES = words(
            "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein"
                    + " Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause"
                    + " Meier Lehmann Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang"
                    + " Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck"
                    + " Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt"
                    + " Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn"
                    + " Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer Petersen Hansen Jansen"
                    + " Yilmaz Kaya Demir Nowak Kowalski Popov Ivanov Nguyen Rossi Lorenzen Harms Clausen");
    private static final List<String> TRADES = words(
            "Haustechnik Tischlerei Autohaus Apotheke Steuerberatung Architekten Logistik Elektrotechnik Metallbau Bäckerei"
                    + " Hotel Druckerei Gartenbau Spedition Bauunternehmung Immobilien Maschinenbau Textilhandel Physiotherapie"
                    + " Ingenieurbüro Softwarehaus Dachdeckerei Weinhandel Zahntechnik");

    private Names() {}

    static String person(Dice dice, String gender) {
        return given(dice, gender) + " " + dice.one(FAMILIES);
    }

    static String firm(Dice dice, int employees) {
        String form = employees > 9 ? " GmbH" : dice.hits(0.5) ? " GmbH" : " e. K.";
        return dice.one(FAMILIES) + " " + dice.one(TRADES) + form;
    }

    private static String given(Dice dice, String gender) {
        return switch (gender) {
            case "FEMALE" -> dice.one(WOMEN);
            case "MALE" -> dice.one(MEN);
            default -> dice.hits(0.5) ? dice.one(WOMEN) : dice.one(MEN);
        };
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
