package org.convenor.rehearsal;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The sample network: six invented people from three districts, each in a browser of their own,
/// signed in as everybody signs in. Not thread-safe.
public final class Guests implements AutoCloseable {
    private static final int PEOPLE = 6;
    private static final int DISTRICTS = 3;

    private final HttpClient client;
    private final Map<Cast.Person, HttpPlace> seats = new LinkedHashMap<>();

    private Guests(HttpClient client) {
        this.client = client;
    }

    /// Everybody comes in: the facilitator with the setup code, the others by invitation.
    public static Guests arrive(URI server, String setupCode) {
        var guests = new Guests(HttpClient.newHttpClient());
        var people = Cast.of(new Turnout(PEOPLE, DISTRICTS));
        var leader = people.getFirst();
        var lead = HttpPlace.setUp(guests.browser(server), setupCode, leader);
        guests.seats.put(leader, lead);
        var invitation = lead.invite();
        for (var person : people.subList(1, PEOPLE)) {
            guests.seats.put(person, HttpPlace.join(guests.browser(server), invitation, person));
        }
        return guests;
    }

    private Browser browser(URI server) {
        return new Browser(client, server);
    }

    /// Everybody's seat, in the order of the cast.
    public Map<Cast.Person, HttpPlace> seats() {
        return Collections.unmodifiableMap(seats);
    }

    public List<Cast.Person> people() {
        return List.copyOf(seats.keySet());
    }

    public Cast.Person facilitator() {
        return people().getFirst();
    }

    /// Who is named to bring a plan.
    public Cast.Person presenter() {
        return people().get(1);
    }

    /// One of the others.
    public Cast.Person friend() {
        return people().get(3);
    }

    public HttpPlace seat(Cast.Person person) {
        return Objects.requireNonNull(seats.get(person), () -> person + " has no seat");
    }

    @Override
    public void close() {
        client.close();
    }
}
