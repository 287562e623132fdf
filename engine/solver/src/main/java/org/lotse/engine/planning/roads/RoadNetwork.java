package org.lotse.engine.planning.roads;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.PMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.TravelTable;

/**
 * The roads of an OpenStreetMap extract for cars, with contraction hierarchies so that many ways are found at once. Made
 * once per extract and kept beside it; opening it again takes moments. Safe for several threads.
 */
public final class RoadNetwork implements AutoCloseable {
    private static final String CAR = "car";
    private final GraphHopper roads;
    private final String extract;

    private RoadNetwork(GraphHopper roads, String extract) {
        this.roads = roads;
        this.extract = extract;
    }

    /**
     * Opens the network of an extract; makes it when there is none yet.
     *
     * @param extract a file of OpenStreetMap: {@code .osm.pbf}, {@code .osm} or {@code .osm.gz}
     * @param folder where the networks of extracts are kept
     */
    public static RoadNetwork open(Path extract, Path folder) {
        if (!Files.isRegularFile(extract)) {
            throw new IllegalStateException("There is no road extract " + extract
                    + ". Maybe correct lotse.planning.roads, or leave it empty to reckon as the crow flies.");
        }
        String print = fingerprint(extract);
        GraphHopper roads = new GraphHopper();
        roads.setOSMFile(extract.toString());
        roads.setGraphHopperLocation(folder.resolve("roads-" + print).toString());
        roads.setEncodedValuesString("car_access, car_average_speed");
        roads.setProfiles(new Profile(CAR)
                .setCustomModel(new CustomModel()
                        .setDistanceInfluence(0d)
                        .addToPriority(Statement.If("!car_access", Statement.Op.MULTIPLY, "0"))
                        .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "car_average_speed"))));
        roads.getCHPreparationHandler().setCHProfiles(new CHProfile(CAR));
        roads.importOrLoad();
        return new RoadNetwork(roads, print);
    }

    /** The same bytes have the same print. */
    private static String fingerprint(Path extract) {
        try (InputStream in = Files.newInputStream(extract)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] part = new byte[1 << 16];
            for (int read = in.read(part); read > 0; read = in.read(part)) {
                digest.update(part, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException("The road extract " + extract + " cannot be read.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which extract this is. */
    public String extract() {
        return extract;
    }

    /** All ways between the places; infinite where a place is away from any road, or there is no way. */
    TravelTable between(List<Place> places) {
        EdgeFilter drivable = new DefaultSnapFilter(
                roads.createWeighting(roads.getProfile(CAR), new PMap()),
                roads.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(CAR)));
        RoutingCHGraph hierarchy = roads.getCHGraphs().get(CAR);
        if (hierarchy == null) {
            throw new IllegalStateException("The network of extract " + extract
                    + " was made without its hierarchy. Maybe delete its folder, then it is made anew.");
        }
        return new ManyToMany(roads.getBaseGraph(), hierarchy, roads.getLocationIndex(), drivable).between(places);
    }

    @Override
    public void close() {
        roads.close();
    }
}
