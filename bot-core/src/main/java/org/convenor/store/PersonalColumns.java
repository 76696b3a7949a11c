package org.convenor.store;

import java.util.Map;
import java.util.TreeMap;

/// Every column of every table, and what it tells about a person: the basis of export and erasure.
/// A new column must be added here.
public final class PersonalColumns {
    /// What a column tells.
    public enum Kind {
        /// Nothing about anybody.
        NONE,
        /// Who, as an id that means nothing outside this database.
        POINTS_TO_PERSON,
        /// Something about somebody: a name, a platform's id, a place.
        PERSONAL,
        /// What somebody wrote.
        WORDS
    }

    /// One line for each table and kind; a table's columns may take several lines.
    private static final String REGISTER =
            """
            network NONE id name
            cohort NONE id network name zone locale
            district_team NONE id cohort name name_key
            member POINTS_TO_PERSON id
            member PERSONAL name team locale zone
            member NONE cohort
            identity PERSONAL platform tenant user_id
            identity POINTS_TO_PERSON member
            member_role POINTS_TO_PERSON member
            member_role PERSONAL role
            channel NONE id cohort platform address name
            channel_member NONE channel
            channel_member POINTS_TO_PERSON member
            channel_member PERSONAL joined_at_ms
            code NONE hash kind single_use expires_at_ms used_at_ms
            code POINTS_TO_PERSON target
            login NONE token_hash expires_at_ms
            login POINTS_TO_PERSON member
            protocol_text NONE hash id version text model format
            session NONE id cohort home_channel protocol_hash version stamp phase due_at_ms format
            session NONE created_at_ms changed_at_ms ended_at_ms
            session POINTS_TO_PERSON state
            session_channel NONE session channel is_open
            contribution NONE session no step visit question field audience is_out is_named is_late unit
            contribution POINTS_TO_PERSON member
            contribution PERSONAL at_ms
            contribution WORDS words
            anonymous_answer NONE id session question field audience is_out
            anonymous_answer WORDS words
            participation NONE session question
            participation POINTS_TO_PERSON member
            participation PERSONAL day
            kept NONE id session cohort team step becomes question first fields at_ms
            kept POINTS_TO_PERSON unit
            log NONE id session kind track visit
            log POINTS_TO_PERSON member
            log PERSONAL at_ms
            source_key NONE key at_ms
            board NONE session channel wanted delivered is_urgent platform_id state attempts
            board NONE next_at_ms edit_after_ms losses problem
            post NONE id session channel key state attempts next_at_ms platform_id problem at_ms
            post NONE thread
            post POINTS_TO_PERSON line
            whisper NONE id session state attempts next_at_ms platform_id problem at_ms
            whisper POINTS_TO_PERSON member key line
            whisper PERSONAL seen_at_ms
            lane POINTS_TO_PERSON name
            lane NONE owner lease_until_ms fence
            thread_head NONE session channel thread platform_id after_id
            spoken_message NONE channel platform_id session no
            room_message NONE seq channel session post_key at_ms thread
            room_message POINTS_TO_PERSON line
            room_tail NONE id last_seq
            heartbeat NONE process at_ms
            published_protocol NONE cohort id version hash at_ms
            published_protocol POINTS_TO_PERSON member
            protocol_draft POINTS_TO_PERSON member
            protocol_draft NONE id hash
            protocol_draft PERSONAL text at_ms
            slack_installation NONE app workspace enterprise bot sealed key_id scopes at_ms
            """;

    private PersonalColumns() {}

    /// What each column tells, by `table.column`.
    public static Map<String, Kind> all() {
        var all = new TreeMap<String, Kind>();
        for (var line : REGISTER.lines().toList()) {
            var words = line.split(" ", -1);
            for (int i = 2; i < words.length; i++) {
                all.put(words[0] + "." + words[i], Kind.valueOf(words[1]));
            }
        }
        return all;
    }
}
