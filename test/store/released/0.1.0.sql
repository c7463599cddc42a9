-- What 0.1.0 was released with; of each migration its SHA-256. Never changed.
-- 0001-the-log ca3b91388e64f92e24606f5448bc7b99509b6b9359d9b4ad2bd4721b6f970f47
-- 0002-leadership d2b0898e277d1b52f7eb350383e6766f7e9f56cd10b6309b6290b63839ec9708
-- 0003-consequences 3899d889bf2ba5291f51f2d2e2fd6c64bf21f695a4cafe67b0109e48fe315399
-- 0004-asks-and-deals 7c59b31f9948f5ae4359c9af7d826c416ea4fa94e39da15cd2d3dc4b3159650f
-- 0005-at-a-glance 439142abd6e31bac9b3835ca2120c56ff42458d9d6100ecb33025128468b135a
-- 0006-who-is-who 453cf0a1c2d4e8625a290f4ff4814b280314b66a2edc6f0b6be536bd9c6bab19
-- 0007-regions d5744df921f6132a9a9828da109553fb53d2217a4b9f4ce20d9f6088a4071a49
-- 0008-away-and-nights b055155cf53e5b72b9c42c73e1831dd7adc041df46bf9b98441ec19d773f9e1e
-- 0009-line-claims 23dbd7953b34ec1134eae2d4b9edc2227cf576e8203428a127ba3274eee19a8b
-- 0010-departures 5fb0c25e436f4c455a1888179edfea7c226c7dc8fff3f9c4ea8e6cd63a551931
-- 0011-taking-back ead27205e62d06b8e3379658800aeadc3872dc9eaab9a7ffb1b7cd2bcdfc8aed
-- 0012-installation 244583d745561e873e8f584f4758df67d3a09b445045f5a4b415413f9de6e85f
-- 0013-pairs-by-account 24ec809db0d7130c49ffd240fc8824c3eef2b8ef58a105143d0aef0a8b6aa264
-- 0014-deal-imports 1450d51dc5eb103ba10a8a351c4c676f189c0915275fe58df2ea8fa661528e0a
-- 0015-kept-mappings a910322dc20d273295ddcb612fa02217746c6abd4e6e60cd0e19b302c354ab05
-- 0016-salesforce-ids e1059457807599157d5d007e439260231060bcec5d58beaf786cdfcacece74d7
-- 0017-full-weeks fedb30684ab3097c10490a68fc289124c0d9d85187eda322e44e32d6731de6d2
-- 0018-hello-and-advice 58a29bf4602b1f8df2ca231bdde168fc94d6cbac76ef1dbbbd4449cf5ea9e800
-- 0019-data-requests ffa47a10b3808c1e170da469a19c7f991796abf0d3622e304c743b32920885f0
-- 0020-note-replies ebf458d613dedd84880341f4b5b0e6331f9c7595de572b6a919a1114233561d5
CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
CREATE TABLE "workspace" ("id" text primary key, "name" text not null, "bot_user_id" text, "default_time_zone" text not null, "created_at" text not null, "removed_at" text) strict;
CREATE TABLE "person" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "slack_user_id" text, "email" text, "name" text not null, "time_zone" text, "country" text, "started_on" text, "team" text, "is_admin" integer default 0 not null, "created_at" text not null, "left_on" text, "welcomed_at" text, "out_since" text, "out_until" text, "left_why" text, "merged_into_id" integer references "person" ("id"), "region" text, "last_day" text, constraint "person_slack_user" unique ("workspace_id", "slack_user_id"), constraint "person_email" unique ("workspace_id", "email")) strict;
CREATE TABLE "reporting_line" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "person_id" integer not null references "person" ("id"), "manager_id" integer not null references "person" ("id"), "started_on" text not null, "ended_on" text, "source" text default 'roster' not null, "start_told_at" text, "end_told_at" text, "held_for_id" integer references "person" ("id")) strict;
CREATE UNIQUE INDEX "reporting_line_one_manager" on "reporting_line" ("workspace_id", "person_id") where "ended_on" is null;
CREATE INDEX "reporting_line_by_manager" on "reporting_line" ("workspace_id", "manager_id");
CREATE TABLE "deal" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "external_id" text not null, "name" text not null, "account" text, "owner_id" integer references "person" ("id"), "stage" text not null, "amount" real, "currency" text, "opened_on" text, "last_activity_on" text, "close_on" text, "status" text not null, "quiet_until" text, "changed_at" text not null, "missing_since" text, constraint "deal_external" unique ("workspace_id", "external_id")) strict;
CREATE INDEX "deal_by_owner" on "deal" ("workspace_id", "status", "owner_id");
CREATE TABLE "nudge" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "occurrence_key" text not null, "person_id" integer not null references "person" ("id"), "batch" text not null, "position" integer not null, "behaviour" text not null, "rep_id" integer references "person" ("id"), "deal_id" integer references "deal" ("id"), "ask_id" integer, "evidence" text not null, "words" text not null, "prefill" text not null, "fingerprint" text not null, "state" text not null, "quiet_until" text, "created_at" text not null, "answered_at" text, "item" text, "asks_why" integer default 0 not null, constraint "nudge_occurrence" unique ("workspace_id", "occurrence_key")) strict;
CREATE INDEX "nudge_by_person" on "nudge" ("workspace_id", "person_id", "created_at");
CREATE TABLE "interaction" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "behaviour" text not null, "manager_id" integer not null references "person" ("id"), "rep_id" integer references "person" ("id"), "happened_on" text not null, "minutes" integer, "deal_id" integer references "deal" ("id"), "details" text not null, "texts" text, "shared" integer default 0 not null, "nudge_id" integer references "nudge" ("id"), "logged_at" text not null, "deleted_at" text) strict;
CREATE INDEX "interaction_by_rep" on "interaction" ("workspace_id", "rep_id", "happened_on");
CREATE INDEX "interaction_by_manager" on "interaction" ("workspace_id", "manager_id", "happened_on");
CREATE TABLE "ask" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "rep_id" integer not null references "person" ("id"), "manager_id" integer not null references "person" ("id"), "holder_id" integer not null references "person" ("id"), "kind" text not null, "obstacle" text, "deal_id" integer references "deal" ("id"), "needed_by" text, "state" text not null, "taken_until" text, "text" text not null, "asked_at" text not null, "asked_on" text not null, "changed_at" text not null, "company_obstacle" text, "exception" text, "stake" real, "currency" text, "urgency" text, "links" text) strict;
CREATE INDEX "ask_by_holder" on "ask" ("workspace_id", "holder_id", "state");
CREATE INDEX "ask_by_rep" on "ask" ("workspace_id", "rep_id", "state");
CREATE TABLE "ask_step" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "ask_id" integer not null references "ask" ("id"), "actor_id" integer not null references "person" ("id"), "step" text not null, "until" text, "text" text, "at" text not null, "holder_id" integer references "person" ("id")) strict;
CREATE INDEX "ask_step_by_ask" on "ask_step" ("workspace_id", "ask_id");
CREATE TABLE "booking" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "manager_id" integer not null references "person" ("id"), "rep_id" integer references "person" ("id"), "deal_id" integer references "deal" ("id"), "behaviour" text not null, "nudge_id" integer references "nudge" ("id"), "starts_at" text not null, "minutes" integer not null, "state" text not null, "created_at" text not null) strict;
CREATE INDEX "booking_by_state" on "booking" ("workspace_id", "state", "starts_at");
CREATE TABLE "stopped_behaviour" ("workspace_id" text not null references "workspace" ("id"), "person_id" integer not null references "person" ("id"), "behaviour" text not null, "stopped_at" text not null, constraint "stopped_behaviour_key" primary key ("workspace_id", "person_id", "behaviour")) strict;
CREATE TABLE "outbox" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "occurrence_key" text not null, "delivery_id" text not null unique, "kind" text not null, "recipient_id" integer not null references "person" ("id"), "subject" text not null, "state" text not null, "attempts" integer default 0 not null, "due_at" text not null, "claimed_at" text, "sent_at" text, "channel" text, "ts" text, "problem" text, "refresh_wanted" integer default 0 not null, "created_at" text not null, "carried_by" integer, constraint "outbox_occurrence" unique ("workspace_id", "occurrence_key")) strict;
CREATE INDEX "outbox_by_state" on "outbox" ("workspace_id", "state", "due_at");
CREATE INDEX "outbox_by_subject" on "outbox" ("workspace_id", "kind", "subject");
CREATE TABLE "inbound" ("workspace_id" text not null, "key" text not null, "received_at" text not null, constraint "inbound_key" primary key ("workspace_id", "key")) strict;
CREATE TABLE "mark" ("workspace_id" text not null, "name" text not null, "value" text not null, constraint "mark_key" primary key ("workspace_id", "name")) strict;
CREATE TABLE "setting" ("workspace_id" text not null references "workspace" ("id"), "scope" text not null, "name" text not null, "value" text not null, "changed_at" text not null, constraint "setting_key" primary key ("workspace_id", "scope", "name")) strict;
CREATE TABLE "audit" ("id" integer primary key autoincrement, "workspace_id" text not null, "actor_id" integer, "event" text not null, "subject_kind" text not null, "subject_id" integer, "details" text not null, "at" text not null) strict;
CREATE TABLE "setting_change" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "created_at" text not null, "scope" text not null, "topic" text not null, "values_before" text not null, "values_after" text not null, "actor_id" integer not null references "person" ("id"), "undone_at" text) strict;
CREATE INDEX "setting_change_by_topic" on "setting_change" ("workspace_id", "scope", "topic");
CREATE TABLE "promise" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "created_at" text not null, "manager_id" integer not null references "person" ("id"), "rep_id" integer not null references "person" ("id"), "text" text not null, "made_on" text not null, "due_on" text not null, "state" text not null, "settled_on" text, "ask_id" integer references "ask" ("id"), "interaction_id" integer references "interaction" ("id"), "deal_id" integer references "deal" ("id"), "found" text, "pulse_id" integer references "pulse" ("id"), "holder_id" integer references "person" ("id")) strict;
CREATE INDEX "promise_by_rep" on "promise" ("workspace_id", "rep_id", "state");
CREATE INDEX "promise_by_manager" on "promise" ("workspace_id", "manager_id", "state");
CREATE TABLE "cycle" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "created_at" text not null, "manager_id" integer not null references "person" ("id"), "rep_id" integer not null references "person" ("id"), "gap" text not null, "root_cause" text not null, "opened_on" text not null, "evaluated_on" text, "closed_on" text) strict;
CREATE INDEX "cycle_by_rep" on "cycle" ("workspace_id", "rep_id");
CREATE TABLE "assignment" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "created_at" text not null, "cycle_id" integer not null references "cycle" ("id"), "text" text not null, "agreed_on" text not null, "due_on" text not null, "state" text not null, "settled_on" text) strict;
CREATE INDEX "assignment_by_cycle" on "assignment" ("workspace_id", "cycle_id");
CREATE TABLE "cycle_comment" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "created_at" text not null, "cycle_id" integer not null references "cycle" ("id"), "author_id" integer not null references "person" ("id"), "text" text not null) strict;
CREATE TABLE "goal" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "created_at" text not null, "rep_id" integer not null references "person" ("id"), "author_id" integer not null references "person" ("id"), "text" text not null, "recorded_on" text not null, "revisited_on" text not null, "removed_on" text) strict;
CREATE INDEX "goal_by_rep" on "goal" ("workspace_id", "rep_id");
CREATE TABLE "expectation" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "created_at" text not null, "manager_id" integer not null references "person" ("id"), "rep_id" integer not null references "person" ("id"), "text" text not null, "stated_on" text not null, "acknowledged_on" text) strict;
CREATE INDEX "expectation_by_rep" on "expectation" ("workspace_id", "rep_id");
CREATE TABLE "idea" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "created_at" text not null, "rep_id" integer not null references "person" ("id"), "text" text not null, "heard_on" text not null, "used_on" text, "used_where" text, "credited_on" text) strict;
CREATE INDEX "idea_by_rep" on "idea" ("workspace_id", "rep_id");
CREATE TABLE "skill_note" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "created_at" text not null, "manager_id" integer not null references "person" ("id"), "rep_id" integer not null references "person" ("id"), "interaction_id" integer not null references "interaction" ("id"), "tag" text not null, "level" text not null, "noted_on" text not null) strict;
CREATE INDEX "skill_note_by_rep" on "skill_note" ("workspace_id", "rep_id");
CREATE TABLE "confidence" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "created_at" text not null, "rep_id" integer not null references "person" ("id"), "interaction_id" integer not null references "interaction" ("id"), "topic" text not null, "value" integer, "answered_on" text, constraint "confidence_once" unique ("workspace_id", "interaction_id", "topic")) strict;
CREATE TABLE "praise" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "created_at" text not null, "manager_id" integer not null references "person" ("id"), "rep_id" integer not null references "person" ("id"), "interaction_id" integer references "interaction" ("id"), "text" text not null, "is_public" integer not null, "given_on" text not null) strict;
CREATE INDEX "praise_by_rep" on "praise" ("workspace_id", "rep_id");
CREATE TABLE "consequence" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "created_at" text not null, "interaction_id" integer not null references "interaction" ("id"), "kind" text not null, "record_id" integer not null, "remembered" text not null) strict;
CREATE INDEX "consequence_by_interaction" on "consequence" ("workspace_id", "interaction_id");
CREATE INDEX "promise_by_deal" on "promise" ("workspace_id", "deal_id");
CREATE TABLE "deal_change" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "deal_id" integer not null references "deal" ("id"), "what" text not null, "before" text, "after" text, "seen_on" text not null, "seen_at" text not null) strict;
CREATE INDEX "deal_change_by_deal" on "deal_change" ("workspace_id", "what", "deal_id");
CREATE TABLE "picture" ("workspace_id" text not null references "workspace" ("id"), "fingerprint" text not null, "slack_file_id" text not null, "uploaded_at" text not null, constraint "picture_key" primary key ("workspace_id", "fingerprint")) strict;
CREATE TABLE "pulse" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "leader_id" integer not null references "person" ("id"), "kind" text not null, "minimum" integer not null, "opened_on" text not null, "closes_at" text not null, "state" text not null, "closed_on" text, "result" text, "answered_on" text, "heard" text, "will" text, "interaction_id" integer references "interaction" ("id")) strict;
CREATE INDEX "pulse_by_leader" on "pulse" ("workspace_id", "leader_id", "opened_on");
CREATE TABLE "pulse_team" ("workspace_id" text not null references "workspace" ("id"), "pulse_id" integer not null references "pulse" ("id"), "manager_id" integer not null references "person" ("id"), constraint "pulse_team_key" primary key ("pulse_id", "manager_id")) strict, without rowid;
CREATE TABLE "pulse_member" ("workspace_id" text not null references "workspace" ("id"), "pulse_id" integer not null references "pulse" ("id"), "person_id" integer not null references "person" ("id"), constraint "pulse_member_key" primary key ("pulse_id", "person_id")) strict, without rowid;
CREATE TABLE "pulse_answered" ("workspace_id" text not null references "workspace" ("id"), "pulse_id" integer not null references "pulse" ("id"), "person_id" integer not null references "person" ("id"), constraint "pulse_answered_key" primary key ("pulse_id", "person_id")) strict, without rowid;
CREATE TABLE "pulse_box" ("workspace_id" text not null references "workspace" ("id"), "pulse_id" integer primary key references "pulse" ("id"), "content" text not null) strict;
CREATE TABLE "known_as" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "person_id" integer not null references "person" ("id"), "kind" text not null, "value" text not null, "folded" text not null, "source" text not null, "since" text not null, "until" text, constraint "known_as_once" unique ("workspace_id", "person_id", "kind", "folded", "source")) strict;
CREATE INDEX "known_as_by_value" on "known_as" ("workspace_id", "kind", "folded");
CREATE TABLE "link_proposal" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "person_id" integer not null references "person" ("id"), "slack_user_id" text not null, "slack_name" text not null, "slack_address" text, "state" text not null, "proposed_at" text not null, "decided_at" text, "decided_by" integer references "person" ("id"), constraint "link_proposal_once" unique ("workspace_id", "person_id", "slack_user_id")) strict;
CREATE INDEX "outbox_by_carrier" on "outbox" ("carried_by");
CREATE TABLE "open_absence" ("workspace_id" text not null references "workspace" ("id"), "person_id" integer not null references "person" ("id"), "since" text not null, "status_mark" text, "lifted_at" text, "first_worked_on" text, "last_worked_on" text, "days_worked" integer default 0 not null, "asked_at" text, constraint "open_absence_key" primary key ("workspace_id", "person_id")) strict, without rowid;
CREATE TABLE "line_claim" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "person_id" integer not null references "person" ("id"), "manager_id" integer not null references "person" ("id"), "claimed_by" integer not null references "person" ("id"), "from_manager_id" integer references "person" ("id"), "state" text not null, "claimed_at" text not null, "decided_at" text, "decided_by" integer references "person" ("id")) strict;
CREATE UNIQUE INDEX "line_claim_waiting_once" on "line_claim" ("workspace_id", "person_id", "manager_id") where "state" = 'waiting';
CREATE INDEX "line_claim_by_state" on "line_claim" ("workspace_id", "state", "claimed_at");
CREATE INDEX "reporting_line_start_untold" on "reporting_line" ("workspace_id") where "start_told_at" is null;
CREATE INDEX "reporting_line_end_untold" on "reporting_line" ("workspace_id", "ended_on") where "end_told_at" is null and "ended_on" is not null;
CREATE TABLE "departure" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "person_id" integer not null references "person" ("id"), "left_on" text not null, "noticed_at" text not null, "returned_at" text) strict;
CREATE INDEX "departure_by_person" on "departure" ("workspace_id", "person_id");
CREATE INDEX "reporting_line_held_for" on "reporting_line" ("workspace_id", "held_for_id") where "held_for_id" is not null;
CREATE INDEX "promise_by_holder" on "promise" ("workspace_id", "holder_id", "state") where "holder_id" is not null;
CREATE INDEX "person_left" on "person" ("workspace_id", "left_on") where "left_on" is not null;
CREATE INDEX "nudge_by_rep" on "nudge" ("workspace_id", "rep_id", "state");
CREATE INDEX "audit_by_actor" on "audit" ("workspace_id", "actor_id", "at");
CREATE TABLE "people_change" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "kind" text not null, "person_id" integer, "gone_id" integer, "made_at" text not null, "made_by" integer, "undone_at" text, "undone_by" integer) strict;
CREATE INDEX "people_change_by_kind" on "people_change" ("workspace_id", "kind", "undone_at");
CREATE TABLE "people_change_row" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "change_id" integer not null references "people_change" ("id"), "in_table" text not null, "row_key" text not null, "before" text, "after" text) strict;
CREATE INDEX "people_change_row_by_change" on "people_change_row" ("workspace_id", "change_id");
CREATE INDEX "person_by_last_day" on "person" ("workspace_id", "last_day") where "last_day" is not null;
CREATE INDEX "known_as_of_person_id" on "known_as" ("person_id");
CREATE INDEX "reporting_line_of_person_id" on "reporting_line" ("person_id");
CREATE INDEX "reporting_line_of_manager_id" on "reporting_line" ("manager_id");
CREATE TABLE "installation" ("name" text primary key, "value" text not null) strict;
CREATE INDEX "link_proposal_by_account" on "link_proposal" ("workspace_id", "slack_user_id");
CREATE TABLE "deal_import_part" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "change_id" integer not null references "people_change" ("id"), "first_deal" integer, "last_deal" integer, "first_history" integer, "last_history" integer, "changed" text not null) strict;
CREATE INDEX "deal_import_part_by_change" on "deal_import_part" ("workspace_id", "change_id");
CREATE INDEX "interaction_of_deal_id" on "interaction" ("deal_id");
CREATE INDEX "ask_of_deal_id" on "ask" ("deal_id");
CREATE INDEX "nudge_of_deal_id" on "nudge" ("deal_id");
CREATE INDEX "booking_of_deal_id" on "booking" ("deal_id");
CREATE INDEX "promise_of_deal_id" on "promise" ("deal_id");
CREATE INDEX "deal_change_of_deal_id" on "deal_change" ("deal_id");
CREATE TABLE "kept_mapping" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "kind" text not null, "fingerprint" text not null, "names" text not null, "columns" text not null, "value_words" text not null, "date_order" text, "made_at" text not null, "used_at" text, constraint "kept_mapping_once" unique ("workspace_id", "kind", "fingerprint")) strict;
CREATE TABLE "thinned_week" ("workspace_id" text not null references "workspace" ("id"), "person_id" integer not null references "person" ("id"), "week" text not null, "choice" text not null, "chosen_at" text not null, constraint "thinned_week_key" primary key ("workspace_id", "person_id", "week")) strict, without rowid;
CREATE TABLE "announcement" ("workspace_id" text not null references "workspace" ("id"), "person_id" integer not null references "person" ("id"), "week" text not null, "rep_id" integer not null references "person" ("id"), "announced_at" text not null, constraint "announcement_key" primary key ("workspace_id", "person_id", "week")) strict, without rowid;
CREATE TABLE "digest_advice" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "lead_id" integer not null references "person" ("id"), "given_on" text not null, "kind" text not null, "person_id" integer references "person" ("id"), "about" text, constraint "digest_advice_once" unique ("workspace_id", "lead_id", "given_on")) strict;
CREATE TABLE "lead_question" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "lead_id" integer not null references "person" ("id"), "manager_id" integer not null references "person" ("id"), "text" text not null, "asked_on" text not null, "created_at" text not null) strict;
CREATE INDEX "lead_question_by_lead" on "lead_question" ("workspace_id", "lead_id");
CREATE TABLE "greeting" ("workspace_id" text not null references "workspace" ("id"), "person_id" integer not null references "person" ("id"), "role" text not null, "at" text not null, "said" integer not null, constraint "greeting_key" primary key ("workspace_id", "person_id", "role")) strict, without rowid;
CREATE TABLE "last_talk" ("workspace_id" text not null references "workspace" ("id"), "manager_id" integer not null references "person" ("id"), "rep_id" integer not null references "person" ("id"), "answer" text not null, "given_on" text not null, "given_at" text not null, constraint "last_talk_key" primary key ("workspace_id", "manager_id", "rep_id")) strict, without rowid;
CREATE TABLE "data_request" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "person_id" integer not null references "person" ("id"), "kind" text not null, "interaction_id" integer references "interaction" ("id"), "text" text, "asked_on" text not null, "state" text not null, "settled_on" text, "settled_by" integer references "person" ("id"), "created_at" text not null) strict;
CREATE INDEX "data_request_by_person" on "data_request" ("workspace_id", "person_id", "state");
CREATE TABLE "note_reply" ("id" integer primary key autoincrement, "workspace_id" text not null references "workspace" ("id"), "interaction_id" integer not null references "interaction" ("id"), "author_id" integer not null references "person" ("id"), "text" text not null, "created_at" text not null) strict;
CREATE INDEX "note_reply_by_interaction" on "note_reply" ("workspace_id", "interaction_id");
insert into kysely_migration values ('0001-the-log', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0002-leadership', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0003-consequences', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0004-asks-and-deals', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0005-at-a-glance', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0006-who-is-who', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0007-regions', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0008-away-and-nights', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0009-line-claims', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0010-departures', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0011-taking-back', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0012-installation', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0013-pairs-by-account', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0014-deal-imports', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0015-kept-mappings', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0016-salesforce-ids', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0017-full-weeks', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0018-hello-and-advice', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0019-data-requests', '2026-11-01T00:00:00.000Z');
insert into kysely_migration values ('0020-note-replies', '2026-11-01T00:00:00.000Z');
