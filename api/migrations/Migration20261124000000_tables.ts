import { Migration } from '@mikro-orm/migrations';

/** All tables as the entities describe them; written by `npm run migration:tables`. */
export class Migration20261124000000_tables extends Migration {
  override up(): void {
    this.addSql(
      'create table "account" ("id" uuid not null, "phone" text null, "name" text null, "locale" text not null default \'ID\', "is_demo" boolean not null default false, "created_at" timestamptz not null, "erased_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('alter table "account" add constraint "account_phone_once" unique ("phone")');
    this.addSql('alter table "account" add constraint "account_name_length" check (char_length(name) <= 80)');
    this.addSql(
      'alter table "account" add constraint "account_phone_until_erased" check ((phone is null) = (erased_at is not null))',
    );
    this.addSql('alter table "account" add constraint "account_phone_e164" check (phone ~ \'^\\+[1-9][0-9]{7,14}$\')');
    this.addSql('alter table "account" add constraint "account_locale_check" check ("locale" in (\'ID\', \'EN\'))');
    this.addSql(
      'create table "search_asked" ("week" date not null, "kecamatan" text not null, "words" text not null, "asked" int not null, "missed" int not null, "relaxed" int not null, primary key ("week", "kecamatan", "words"))',
    );
    this.addSql(
      'alter table "search_asked" add constraint "search_asked_words_short" check (char_length(words) >= 1 and char_length(words) <= 60)',
    );
    this.addSql(
      'alter table "search_asked" add constraint "search_asked_failed_were_asked" check (missed + relaxed <= asked)',
    );
    this.addSql('alter table "search_asked" add constraint "search_asked_relaxed_not_negative" check (relaxed >= 0)');
    this.addSql('alter table "search_asked" add constraint "search_asked_missed_not_negative" check (missed >= 0)');
    this.addSql('alter table "search_asked" add constraint "search_asked_some" check (asked > 0)');
    this.addSql(
      'alter table "search_asked" add constraint "search_asked_week_begins_monday" check (extract(isodow from week) = 1)',
    );
    this.addSql(
      'create table "audit_entry" ("id" uuid not null, "actor_id" uuid null, "act" text not null, "subject" jsonb not null, "reason" text null, "at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('comment on table "audit_entry" is \'append-only: acts of people with power over others\'');
    this.addSql('create index "audit_entry_at" on "audit_entry" ("at")');
    this.addSql(
      'create table "bank_account" ("id" uuid not null, "owner_kind" text not null, "owner_id" uuid not null, "bank_code" text not null, "number" text not null, "holder_name" text not null, "entered_by_id" uuid null, "created_at" timestamptz not null, "usable_from" timestamptz not null, "replaced_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('create unique index bank_account_one_in_use on bank_account (owner_id) where replaced_at is null');
    this.addSql(
      'alter table "bank_account" add constraint "bank_account_holder_length" check (char_length(holder_name) >= 3 and char_length(holder_name) <= 70)',
    );
    this.addSql(
      'alter table "bank_account" add constraint "bank_account_number_digits" check (number ~ \'^[0-9]{8,16}$\')',
    );
    this.addSql(
      'alter table "bank_account" add constraint "bank_account_owner_kind_check" check ("owner_kind" in (\'SELLER\', \'POINT\', \'COMMUNITY\'))',
    );
    this.addSql(
      'create table "cash_delivery" ("id" uuid not null, "point_id" uuid not null, "amount" bigint not null, "reference" text not null, "recorded_by_id" uuid not null, "idempotency_key" text not null, "created_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('comment on table "cash_delivery" is \'append-only\'');
    this.addSql('create index "cash_delivery_of_point" on "cash_delivery" ("point_id", "id")');
    this.addSql(
      'alter table "cash_delivery" add constraint "cash_delivery_reference_once" unique ("point_id", "reference")',
    );
    this.addSql(
      'alter table "cash_delivery" add constraint "cash_delivery_once" unique ("recorded_by_id", "idempotency_key")',
    );
    this.addSql(
      'alter table "cash_delivery" add constraint "cash_delivery_amount_range" check (amount > 0 and amount <= 9000000000000000)',
    );
    this.addSql(
      'create table "consent" ("id" uuid not null, "account_id" uuid not null, "purpose" text not null, "version" text not null, "given_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('comment on table "consent" is \'append-only: what people agreed to\'');
    this.addSql('create index "consent_of_account" on "consent" ("account_id", "purpose")');
    this.addSql(
      'alter table "consent" add constraint "consent_purpose_check" check ("purpose" in (\'TERMS_AND_PRIVACY\', \'MARKETING\'))',
    );
    this.addSql(
      'create table "device" ("id" uuid not null, "account_id" uuid not null, "token_hash" text not null, "label" text not null, "created_at" timestamptz not null, "last_seen_at" timestamptz not null, "expires_at" timestamptz not null, "signed_out_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('alter table "device" add constraint "device_token_once" unique ("token_hash")');
    this.addSql('create index "device_of_account" on "device" ("account_id")');
    this.addSql(
      'create table "ledger_account" ("id" uuid not null, "kind" text not null, "owner_id" uuid null, primary key ("id"))',
    );
    this.addSql('comment on table "ledger_account" is \'append-only\'');
    this.addSql('alter table "ledger_account" add constraint "ledger_account_once" unique ("kind", "owner_id")');
    this.addSql(
      "alter table \"ledger_account\" add constraint \"ledger_account_owner\" check ((owner_id is not null) = (kind in ('CASH_AT_POINT', 'SELLER_HELD', 'SELLER_PAYABLE', 'COMMUNITY_HELD', 'COMMUNITY_PAYABLE', 'POINT_HELD', 'POINT_PAYABLE', 'PAYOUT_IN_TRANSIT')))",
    );
    this.addSql(
      "alter table \"ledger_account\" add constraint \"ledger_account_kind_check\" check (\"kind\" in ('PROVIDER_CLEARING', 'PROVIDER_FEE', 'BANK', 'CASH_AT_POINT', 'SELLER_HELD', 'SELLER_PAYABLE', 'COMMISSION', 'COMMUNITY_HELD', 'COMMUNITY_PAYABLE', 'POINT_HELD', 'POINT_PAYABLE', 'PAYOUT_IN_TRANSIT', 'REFUND_DUE', 'VOUCHER_COST'))",
    );
    this.addSql(
      'create table "ledger_closing" ("through" timestamptz not null, "closed_at" timestamptz not null, primary key ("through"))',
    );
    this.addSql('comment on table "ledger_closing" is \'append-only\'');
    this.addSql(
      'create table "ledger_kept_balance" ("account_id" uuid not null, "through" timestamptz not null, "balance" bigint not null, primary key ("account_id", "through"))',
    );
    this.addSql('comment on table "ledger_kept_balance" is \'append-only\'');
    this.addSql(
      'create table "ledger_transaction" ("id" uuid not null, "effect" text not null, "memo" text not null, "at" timestamptz not null, "line_count" int not null, primary key ("id"))',
    );
    this.addSql('comment on table "ledger_transaction" is \'append-only\'');
    this.addSql('create index "ledger_transaction_at" on "ledger_transaction" ("at")');
    this.addSql('alter table "ledger_transaction" add constraint "ledger_transaction_effect_once" unique ("effect")');
    this.addSql(
      'alter table "ledger_transaction" add constraint "ledger_transaction_line_count" check (line_count >= 2)',
    );
    this.addSql(
      'create table "ledger_line" ("id" uuid not null, "transaction_id" uuid not null, "account_id" uuid not null, "amount" bigint not null, "at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('comment on table "ledger_line" is \'append-only\'');
    this.addSql('create index ledger_line_of_account on ledger_line (account_id, at, transaction_id) include (amount)');
    this.addSql('create index "ledger_line_of_transaction" on "ledger_line" ("transaction_id")');
    this.addSql(
      'alter table "ledger_line" add constraint "ledger_line_amount" check (amount <> 0 and amount >= -9000000000000000 and amount <= 9000000000000000)',
    );
    this.addSql(
      'create table "membership" ("id" uuid not null, "account_id" uuid not null, "role" text not null, "subject_id" uuid null, "created_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('create index "membership_of_subject" on "membership" ("subject_id", "role")');
    this.addSql('create unique index membership_once on membership (account_id, role, subject_id) nulls not distinct');
    this.addSql(
      'alter table "membership" add constraint "membership_subject_by_role" check ((role = \'CURATOR\') = (subject_id is null))',
    );
    this.addSql(
      "alter table \"membership\" add constraint \"membership_role_check\" check (\"role\" in ('SELLER_OWNER', 'SELLER_STAFF', 'POINT_OPERATOR', 'CURATOR', 'COMMUNITY_MANAGER'))",
    );
    this.addSql(
      'create table "message" ("id" uuid not null, "template" text not null, "language" text not null, "account_id" uuid null, "challenge_id" uuid null, "event_id" uuid not null, "order_id" uuid null, "parcel_ids" uuid[] not null, "once" text not null, "status" text not null default \'QUEUED\', "provider_id" text null, "attempts" int not null default 0, "last_error_code" int null, "created_at" timestamptz not null, "next_attempt_at" timestamptz not null, "sent_at" timestamptz null, "delivered_at" timestamptz null, "read_at" timestamptz null, "failed_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('alter table "message" add constraint "message_once" unique ("once")');
    this.addSql('alter table "message" add constraint "message_provider_id_once" unique ("provider_id")');
    this.addSql('create index "message_of_account" on "message" ("account_id", "created_at")');
    this.addSql("create index message_due on message (next_attempt_at, id) where status = 'QUEUED'");
    this.addSql(
      "alter table \"message\" add constraint \"message_sent_has_provider_id\" check (status not in ('SENT', 'DELIVERED', 'READ') or provider_id is not null)",
    );
    this.addSql('alter table "message" add constraint "message_language" check (language in (\'id\', \'en\'))');
    this.addSql(
      'alter table "message" add constraint "message_has_recipient" check ((account_id is null) <> (challenge_id is null))',
    );
    this.addSql(
      "alter table \"message\" add constraint \"message_status_check\" check (\"status\" in ('QUEUED', 'SENT', 'FAILED', 'DELIVERED', 'READ', 'SKIPPED'))",
    );
    this.addSql(
      'create table "otp_challenge" ("id" uuid not null, "phone" text not null, "phone_prefix" text not null, "purpose" text not null, "address_hash" text null, "language" text not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "tries" int not null default 0, "ended_at" timestamptz null, "ended_as" text null, primary key ("id"))',
    );
    this.addSql('create index "otp_challenge_of_prefix" on "otp_challenge" ("phone_prefix", "created_at")');
    this.addSql('create index "otp_challenge_of_address" on "otp_challenge" ("address_hash", "created_at")');
    this.addSql('create index "otp_challenge_of_phone" on "otp_challenge" ("phone", "created_at")');
    this.addSql('create unique index otp_challenge_one_live on otp_challenge (phone) where ended_at is null');
    this.addSql(
      'alter table "otp_challenge" add constraint "otp_challenge_end" check ((ended_at is null) = (ended_as is null))',
    );
    this.addSql('alter table "otp_challenge" add constraint "otp_challenge_tries" check (tries >= 0 and tries <= 20)');
    this.addSql(
      'alter table "otp_challenge" add constraint "otp_challenge_purpose_check" check ("purpose" in (\'SIGN_IN\', \'UNLOCK_COLLECTION\'))',
    );
    this.addSql(
      'alter table "otp_challenge" add constraint "otp_challenge_ended_as_check" check ("ended_as" in (\'USED\', \'REPLACED\'))',
    );
    this.addSql(
      'create table "payment" ("id" uuid not null, "reference" uuid not null, "order_code" text not null, "payer_id" uuid not null, "method" text not null, "status" text not null, "amount" bigint not null, "paid_total" bigint not null default \'0\', "reversed_total" bigint not null default \'0\', "items" jsonb not null, "deadline" timestamptz null, "paid_at" timestamptz null, "created_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('alter table "payment" add constraint "payment_once_per_reference" unique ("reference")');
    this.addSql(
      "alter table \"payment\" add constraint \"payment_paid_at_when_paid\" check (status not in ('PAID', 'PARTLY_REFUNDED', 'REFUNDED', 'REFUND_DUE') or paid_at is not null)",
    );
    this.addSql(
      'alter table "payment" add constraint "payment_reversed_total_within_paid" check (reversed_total between 0 and paid_total)',
    );
    this.addSql('alter table "payment" add constraint "payment_paid_total_not_negative" check (paid_total >= 0)');
    this.addSql('alter table "payment" add constraint "payment_amount_positive" check (amount > 0)');
    this.addSql(
      "alter table \"payment\" add constraint \"payment_method_check\" check (\"method\" in ('QRIS', 'GOPAY', 'SHOPEEPAY', 'VA_BCA', 'VA_BNI', 'VA_BRI', 'VA_PERMATA', 'VA_CIMB', 'VA_MANDIRI', 'INDOMARET', 'ALFAMART', 'CASH'))",
    );
    this.addSql(
      "alter table \"payment\" add constraint \"payment_status_check\" check (\"status\" in ('STARTING', 'PENDING', 'PAID', 'EXPIRED', 'CANCELLED', 'DENIED', 'REFUND_DUE', 'PARTLY_REFUNDED', 'REFUNDED', 'REVERSED'))",
    );
    this.addSql(
      'create table "payment_attempt" ("id" uuid not null, "payment_id" uuid not null, "number" int not null, "provider_order_id" text not null, "provider_transaction_id" text null, "method" text not null, "amount" bigint not null, "part" jsonb null, "settled_amount" bigint not null default \'0\', "status" text not null default \'STARTING\', "instructions" jsonb null, "deadline" timestamptz not null, "created_at" timestamptz not null, "settled_at" timestamptz null, "disowned_at" timestamptz null, "asks" int not null default 0, "next_ask_at" timestamptz null, "last_answer" jsonb null, primary key ("id"))',
    );
    this.addSql(
      'alter table "payment_attempt" add constraint "payment_attempt_provider_transaction_id" unique ("provider_transaction_id")',
    );
    this.addSql(
      'alter table "payment_attempt" add constraint "payment_attempt_provider_order_id" unique ("provider_order_id")',
    );
    this.addSql(
      'alter table "payment_attempt" add constraint "payment_attempt_number" unique ("payment_id", "number")',
    );
    this.addSql(
      'alter table "payment_attempt" add constraint "payment_attempt_settled_all_or_nothing" check (settled_amount = 0 or settled_amount = amount)',
    );
    this.addSql('alter table "payment_attempt" add constraint "payment_attempt_amount_positive" check (amount > 0)');
    this.addSql(
      "alter table \"payment_attempt\" add constraint \"payment_attempt_method_check\" check (\"method\" in ('QRIS', 'GOPAY', 'SHOPEEPAY', 'VA_BCA', 'VA_BNI', 'VA_BRI', 'VA_PERMATA', 'VA_CIMB', 'VA_MANDIRI', 'INDOMARET', 'ALFAMART', 'CASH'))",
    );
    this.addSql(
      "alter table \"payment_attempt\" add constraint \"payment_attempt_status_check\" check (\"status\" in ('STARTING', 'UNKNOWN', 'PENDING', 'DENIED', 'CANCELLED', 'EXPIRED', 'SETTLED', 'PARTLY_REFUNDED', 'REFUNDED', 'REVERSED'))",
    );
    this.addSql(
      'create table "payment_notification" ("id" uuid not null, "body_hash" text not null, "body" text not null, "provider_order_id" text not null, "attempt_id" uuid null, "claimed_status" text not null, "deliveries" int not null default 1, "received_at" timestamptz not null, "handled_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('create index "payment_notification_waiting" on "payment_notification" ("handled_at")');
    this.addSql(
      'alter table "payment_notification" add constraint "payment_notification_body_once" unique ("body_hash")',
    );
    this.addSql(
      'create table "payout_batch" ("id" uuid not null, "day" date not null, "number" int not null, "made_by_id" uuid not null, "idempotency_key" text not null, "created_at" timestamptz not null, "size" int not null, "total" bigint not null, "checksum" text not null, primary key ("id"))',
    );
    this.addSql('comment on table "payout_batch" is \'append-only\'');
    this.addSql('create index "payout_batch_of_time" on "payout_batch" ("created_at", "id")');
    this.addSql(
      'alter table "payout_batch" add constraint "payout_batch_once" unique ("made_by_id", "idempotency_key")',
    );
    this.addSql('alter table "payout_batch" add constraint "payout_batch_number_once" unique ("day", "number")');
    this.addSql(
      'alter table "payout_batch" add constraint "payout_batch_checksum_form" check (char_length(checksum) = 64)',
    );
    this.addSql(
      'alter table "payout_batch" add constraint "payout_batch_total_range" check (total > 0 and total <= 9000000000000000)',
    );
    this.addSql('alter table "payout_batch" add constraint "payout_batch_size" check (size >= 1 and size <= 500)');
    this.addSql(
      'create table "payout" ("id" uuid not null, "owner_kind" text not null, "owner_id" uuid not null, "amount" bigint not null, "bank_account_id" uuid not null, "status" text not null default \'REQUESTED\', "requested_by_id" uuid null, "idempotency_key" text not null, "requested_at" timestamptz not null, "batch_id" uuid null, "line_number" int null, "ended_at" timestamptz null, "reason" text null, primary key ("id"))',
    );
    this.addSql('create index "payout_of_owner" on "payout" ("owner_id", "id")');
    this.addSql("create index payout_waiting on payout (requested_at, id) where status = 'REQUESTED'");
    this.addSql("create unique index payout_one_open on payout (owner_id) where status in ('REQUESTED', 'IN_BATCH')");
    this.addSql(
      'create unique index payout_once on payout (owner_id, requested_by_id, idempotency_key) nulls not distinct',
    );
    this.addSql('alter table "payout" add constraint "payout_line_once" unique ("batch_id", "line_number")');
    this.addSql(
      'alter table "payout" add constraint "payout_reason_when_undone" check ((reason is not null) = (status in (\'FAILED\', \'RETURNED\')))',
    );
    this.addSql(
      'alter table "payout" add constraint "payout_ended_at" check ((ended_at is null) = (status in (\'REQUESTED\', \'IN_BATCH\')))',
    );
    this.addSql(
      'alter table "payout" add constraint "payout_batched_has_batch" check (status <> \'IN_BATCH\' and status <> \'PAID\' or batch_id is not null)',
    );
    this.addSql(
      'alter table "payout" add constraint "payout_line_with_batch" check ((batch_id is null) = (line_number is null))',
    );
    this.addSql(
      'alter table "payout" add constraint "payout_amount_range" check (amount > 0 and amount <= 9000000000000000)',
    );
    this.addSql(
      'alter table "payout" add constraint "payout_owner_kind_check" check ("owner_kind" in (\'SELLER\', \'POINT\', \'COMMUNITY\'))',
    );
    this.addSql(
      "alter table \"payout\" add constraint \"payout_status_check\" check (\"status\" in ('REQUESTED', 'IN_BATCH', 'PAID', 'FAILED', 'RETURNED'))",
    );
    this.addSql(
      'create table "payout_round" ("due_at" timestamptz not null, "done_at" timestamptz null, primary key ("due_at"))',
    );
    this.addSql(
      'create table "provider_fee" ("method" text not null, "valid_from" date not null, "basis_points" int not null, "flat" bigint not null, "is_assumed" boolean not null default false, primary key ("method", "valid_from"))',
    );
    this.addSql(
      'alter table "provider_fee" add constraint "provider_fee_range" check (basis_points >= 0 and basis_points <= 10000 and flat >= 0 and flat <= 9000000000000000)',
    );
    this.addSql(
      'create table "provider_settlement" ("id" uuid not null, "reference" text not null, "gross" bigint not null, "fee" bigint not null, "paid_on" date not null, "covers_from" date not null, "covers_to" date not null, "recorded_by_id" uuid not null, "idempotency_key" text not null, "created_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('comment on table "provider_settlement" is \'append-only\'');
    this.addSql('create index "provider_settlement_of_time" on "provider_settlement" ("paid_on", "id")');
    this.addSql(
      'alter table "provider_settlement" add constraint "provider_settlement_once" unique ("recorded_by_id", "idempotency_key")',
    );
    this.addSql(
      'alter table "provider_settlement" add constraint "provider_settlement_reference_once" unique ("reference")',
    );
    this.addSql(
      'alter table "provider_settlement" add constraint "provider_settlement_days" check (covers_from <= covers_to and covers_to <= paid_on)',
    );
    this.addSql(
      'alter table "provider_settlement" add constraint "provider_settlement_fee_range" check (fee >= 0 and fee <= gross)',
    );
    this.addSql(
      'alter table "provider_settlement" add constraint "provider_settlement_gross_range" check (gross > 0 and gross <= 9000000000000000)',
    );
    this.addSql(
      'create table "reconciliation" ("id" uuid not null, "day" text not null, "source" text not null, "started_by_id" uuid null, "sheet" jsonb null, "started_at" timestamptz not null, "finished_at" timestamptz null, "checked" int not null default 0, "ours" bigint not null default \'0\', "theirs" bigint not null default \'0\', "differences" jsonb not null, primary key ("id"))',
    );
    this.addSql('create index "reconciliation_of_time" on "reconciliation" ("started_at", "id")');
    this.addSql('create unique index reconciliation_nightly_once on reconciliation (day) where started_by_id is null');
    this.addSql(
      'alter table "reconciliation" add constraint "reconciliation_sheet_of_sheets" check ((source = \'SHEET\') = (sheet is not null))',
    );
    this.addSql(
      'alter table "reconciliation" add constraint "reconciliation_day" check (day ~ \'^[0-9]{4}-[0-9]{2}-[0-9]{2}$\')',
    );
    this.addSql(
      'alter table "reconciliation" add constraint "reconciliation_source_check" check ("source" in (\'STATUS\', \'SHEET\'))',
    );
    this.addSql(
      'create table "refund" ("id" uuid not null, "payment_id" uuid not null, "attempt_id" uuid null, "payer_id" uuid not null, "refund_key" text not null, "effect" text not null, "amount" bigint not null, "status" text not null default \'DUE\', "reason" text not null, "created_at" timestamptz not null, "sent_at" timestamptz null, "sent_by" text null, "done_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('create index "refund_payment" on "refund" ("payment_id")');
    this.addSql('alter table "refund" add constraint "refund_effect_once" unique ("effect")');
    this.addSql('alter table "refund" add constraint "refund_key_once" unique ("refund_key")');
    this.addSql(
      'alter table "refund" add constraint "refund_done_at_when_done" check (status <> \'DONE\' or done_at is not null)',
    );
    this.addSql('alter table "refund" add constraint "refund_amount_positive" check (amount > 0)');
    this.addSql(
      "alter table \"refund\" add constraint \"refund_status_check\" check (\"status\" in ('DUE', 'SENT', 'TASK', 'DONE', 'FAILED'))",
    );
    this.addSql(
      'alter table "refund" add constraint "refund_sent_by_check" check ("sent_by" in (\'PROVIDER\', \'TRANSFER\'))',
    );
    this.addSql(
      'create table "search_change" ("id" bigserial primary key, "version" bigint not null, "product_id" uuid null, "seller_id" uuid null, "old_group_id" int null, "new_group_id" int null, "old_price" bigint null, "new_price" bigint null, "is_resorted" boolean not null default true, "old_forms" tsvector null, "new_forms" tsvector null, "scope" text null, "is_tree_changed" boolean not null default false)',
    );
    this.addSql('create index "search_change_version" on "search_change" ("version")');
    this.addSql(
      'create table "search_count" ("scope" text not null, "facet" text not null, "value" text not null, "products" int not null, primary key ("scope", "facet", "value"))',
    );
    this.addSql('alter table "search_count" add constraint "search_count_not_negative" check (products >= 0)');
    this.addSql(
      'create table "search_dirty" ("product_id" uuid not null, "version" uuid not null, "noted_at" timestamptz not null, primary key ("product_id"))',
    );
    this.addSql('create index "search_dirty_noted_at" on "search_dirty" ("noted_at")');
    this.addSql(
      'create table "search_facets" ("scope" text not null, "version" uuid not null, "products" int not null, "body" json not null, primary key ("scope"))',
    );
    this.addSql(
      'create table "search_group" ("id" serial primary key, "key" text not null, "category_slug" text not null, "category_slugs" text[] not null, "kecamatan_slug" text not null, "point_slugs" text[] null, "price_band" smallint not null, "rating_band" smallint not null, "is_halal" boolean not null, "in_stock" boolean not null, "products" int not null default 0)',
    );
    this.addSql('create index "search_group_by_category" on "search_group" ("category_slug")');
    this.addSql('alter table "search_group" add constraint "search_group_key" unique ("key")');
    this.addSql('alter table "search_group" add constraint "search_group_products_not_negative" check (products >= 0)');
    this.addSql(
      'create table "search_lease" ("index_name" text not null, "holder" uuid not null, "ends_at" timestamptz not null, primary key ("index_name"))',
    );
    this.addSql(
      'create table "search_name" ("kind" text not null, "slug" text not null, "name" text not null, "forms" tsvector not null, "asked" int not null, primary key ("kind", "slug"))',
    );
    this.addSql('create index search_name_forms on search_name using gin (forms) with (fastupdate = off)');
    this.addSql('alter table "search_name" add constraint "search_name_asked_not_negative" check (asked >= 0)');
    this.addSql(
      "alter table \"search_name\" add constraint \"search_name_kind\" check (kind in ('CATEGORY', 'SELLER', 'QUERY'))",
    );
    this.addSql(
      'create table "search_term" ("kind" text not null, "term" text not null, "meanings" text[] not null, primary key ("kind", "term"))',
    );
    this.addSql('create index "search_term_by_alphabet" on "search_term" ("term", "kind")');
    this.addSql('alter table "search_term" add constraint "search_term_meanings" check (cardinality(meanings) <= 50)');
    this.addSql(
      'alter table "search_term" add constraint "search_term_length" check (char_length(term) >= 1 and char_length(term) <= 60)',
    );
    this.addSql(
      "alter table \"search_term\" add constraint \"search_term_kind\" check (kind in ('SYNONYM', 'ENGLISH', 'BROADER', 'BRAND', 'VARIANT', 'PHRASE', 'INTENT', 'PLACE', 'AMBIGUOUS', 'WORD'))",
    );
    this.addSql(
      'create table "search_version" ("part" text not null, "version" bigint not null, primary key ("part"))',
    );
    this.addSql(
      'create table "search_vocabulary" ("id" smallint not null, "version" uuid not null, primary key ("id"))',
    );
    this.addSql('alter table "search_vocabulary" add constraint "search_vocabulary_is_one" check (id = 1)');
    this.addSql('create table "search_word" ("word" text not null, "uses" int not null, primary key ("word"))');
    this.addSql('create index search_word_beginning on search_word (word text_pattern_ops)');
    this.addSql('alter table "search_word" add constraint "search_word_uses_not_negative" check (uses >= 0)');
    this.addSql(
      'create table "search_word_deletion" ("shortened" text not null, "letter" smallint not null, "word" text not null, primary key ("shortened", "letter", "word"))',
    );
    this.addSql('create index "search_word_deletion_of_word" on "search_word_deletion" ("word")');
    this.addSql(
      'create table "category" ("id" uuid not null, "parent_id" uuid null, "slug" text not null, "path" text not null, "depth" smallint not null, "name" text not null, "name_en" text not null, "position" int not null default 0, primary key ("id"))',
    );
    this.addSql('alter table "category" add constraint "category_slug_once" unique ("slug")');
    this.addSql('alter table "category" add constraint "category_path_once" unique ("path")');
    this.addSql('create index "category_of_parent" on "category" ("parent_id")');
    this.addSql('alter table "category" add constraint "category_depth_limit" check (depth >= 1 and depth <= 3)');
    this.addSql(
      'create table "event" ("id" uuid not null, "name" text not null, "subject" jsonb not null, "facts" jsonb not null, "actor_id" uuid null, "at" timestamptz not null, primary key ("id"))',
    );
    this.addSql(
      "create index event_of_order on event ((subject->>'orderKey'), at) where subject->>'orderKey' is not null",
    );
    this.addSql('create index "event_at" on "event" ("at")');
    this.addSql(
      'create table "kecamatan" ("id" uuid not null, "code" text not null, "slug" text not null, "name" text not null, "latitude" double precision not null, "longitude" double precision not null, primary key ("id"))',
    );
    this.addSql('alter table "kecamatan" add constraint "kecamatan_code_once" unique ("code")');
    this.addSql('alter table "kecamatan" add constraint "kecamatan_slug_once" unique ("slug")');
    this.addSql(
      'alter table "kecamatan" add constraint "kecamatan_place_on_earth" check (abs(latitude::numeric) <= 90 and abs(longitude::numeric) <= 180)',
    );
    this.addSql(
      'create table "community" ("id" uuid not null, "slug" text not null, "name" text not null, "site_url" text not null, "kecamatan_id" uuid null, "founder_id" uuid not null, "idempotency_key" text not null, "input_hash" text not null, "created_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql(
      'alter table "community" add constraint "community_once_per_idempotency_key" unique ("founder_id", "idempotency_key")',
    );
    this.addSql('alter table "community" add constraint "community_slug" unique ("slug")');
    this.addSql('alter table "community" add constraint "community_site_url_http" check (site_url ~ \'^https?://\')');
    this.addSql(
      'alter table "community" add constraint "community_slug_shape" check (slug ~ \'^[a-z0-9]+(-[a-z0-9]+)*$\')',
    );
    this.addSql(
      'create table "kelurahan" ("id" uuid not null, "kecamatan_id" uuid not null, "code" text not null, "slug" text not null, "name" text not null, "postal_code" text null, "aliases" text[] not null, "latitude" double precision not null, "longitude" double precision not null, primary key ("id"))',
    );
    this.addSql('alter table "kelurahan" add constraint "kelurahan_code_once" unique ("code")');
    this.addSql('alter table "kelurahan" add constraint "kelurahan_slug_once" unique ("slug")');
    this.addSql('create index "kelurahan_of_kecamatan" on "kelurahan" ("kecamatan_id")');
    this.addSql(
      'alter table "kelurahan" add constraint "kelurahan_place_on_earth" check (abs(latitude::numeric) <= 90 and abs(longitude::numeric) <= 180)',
    );
    this.addSql(
      'create table "pickup_point" ("id" uuid not null, "slug" text not null, "kind" text not null, "name" text not null, "address" text not null, "kelurahan_id" uuid not null, "latitude" double precision not null, "longitude" double precision not null, "hours" jsonb not null, "room_capacity" int not null, "room_taken" int not null default 0, "holding_days" int not null default 3, "is_active" boolean not null default true, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('alter table "pickup_point" add constraint "pickup_point_slug_once" unique ("slug")');
    this.addSql('create index "pickup_point_of_kelurahan" on "pickup_point" ("kelurahan_id")');
    this.addSql(
      'alter table "pickup_point" add constraint "pickup_point_holding_days_range" check (holding_days >= 1 and holding_days <= 30)',
    );
    this.addSql(
      'alter table "pickup_point" add constraint "pickup_point_room_not_overbooked" check (room_taken >= 0 and room_taken <= room_capacity)',
    );
    this.addSql(
      'alter table "pickup_point" add constraint "pickup_point_place_on_earth" check (abs(latitude::numeric) <= 90 and abs(longitude::numeric) <= 180)',
    );
    this.addSql(
      'alter table "pickup_point" add constraint "pickup_point_kind_check" check ("kind" in (\'D_COMART\', \'SWADEP\'))',
    );
    this.addSql(
      'create table "seller" ("id" uuid not null, "slug" text not null, "name" text not null, "description" text not null default \'\', "kelurahan_id" uuid not null, "address" text not null, "latitude" double precision not null, "longitude" double precision not null, "status" text not null default \'APPLIED\', "halal_certificate" text null, "applicant_id" uuid null, "idempotency_key" text null, "application_hash" text null, "created_at" timestamptz not null, "verified_at" timestamptz null, "holiday_until" timestamptz null, primary key ("id"))',
    );
    this.addSql('alter table "seller" add constraint "seller_slug_once" unique ("slug")');
    this.addSql('create index seller_by_end_of_holiday on seller (holiday_until) where holiday_until is not null');
    this.addSql("create index seller_by_name on seller (name, id) where status = 'VERIFIED'");
    this.addSql('create index "seller_of_kelurahan" on "seller" ("kelurahan_id")');
    this.addSql(
      'alter table "seller" add constraint "seller_application_once" unique ("applicant_id", "idempotency_key")',
    );
    this.addSql(
      'alter table "seller" add constraint "seller_verified_at" check (status <> \'VERIFIED\' or verified_at is not null)',
    );
    this.addSql('alter table "seller" add constraint "seller_slug_form" check (slug ~ \'^[a-z0-9]+(-[a-z0-9]+)*$\')');
    this.addSql(
      'alter table "seller" add constraint "seller_place_on_earth" check (abs(latitude::numeric) <= 90 and abs(longitude::numeric) <= 180)',
    );
    this.addSql(
      'alter table "seller" add constraint "seller_status_check" check ("status" in (\'APPLIED\', \'VERIFIED\', \'SUSPENDED\'))',
    );
    this.addSql(
      'create table "product" ("id" uuid not null, "seller_id" uuid not null, "category_id" uuid not null, "slug" text not null, "title" text not null, "description" text not null default \'\', "status" text not null default \'DRAFT\', "is_halal" boolean not null default false, "sold_count" int not null default 0, "rating_sum" int not null default 0, "rating_count" int not null default 0, "blocked_reason" text null, "idempotency_key" text null, "request_hash" text null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "published_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('alter table "product" add constraint "product_slug_once" unique ("slug")');
    this.addSql('create index "product_of_seller" on "product" ("seller_id", "status")');
    this.addSql('create index "product_of_category" on "product" ("category_id")');
    this.addSql(
      'alter table "product" add constraint "product_idempotency_once" unique ("seller_id", "idempotency_key")',
    );
    this.addSql(
      'alter table "product" add constraint "product_blocked_has_reason" check (status <> \'BLOCKED\' or blocked_reason is not null)',
    );
    this.addSql(
      'alter table "product" add constraint "product_published_has_time" check (status <> \'ACTIVE\' or published_at is not null)',
    );
    this.addSql(
      'alter table "product" add constraint "product_rating_in_stars" check (rating_count >= 0 and rating_sum >= rating_count and rating_sum <= 5 * rating_count)',
    );
    this.addSql('alter table "product" add constraint "product_sold_not_negative" check (sold_count >= 0)');
    this.addSql(
      'alter table "product" add constraint "product_description_length" check (char_length(description) <= 5000)',
    );
    this.addSql(
      'alter table "product" add constraint "product_title_length" check (char_length(title) >= 3 and char_length(title) <= 120)',
    );
    this.addSql(
      "alter table \"product\" add constraint \"product_status_check\" check (\"status\" in ('DRAFT', 'ACTIVE', 'ARCHIVED', 'BLOCKED'))",
    );
    this.addSql(
      'create table "photo" ("id" uuid not null, "product_id" uuid not null, "hash" text not null, "width" int not null, "height" int not null, "alt" text not null default \'\', "position" int not null default 0, primary key ("id"))',
    );
    this.addSql('alter table "photo" add constraint "photo_position_once" unique ("product_id", "position")');
    this.addSql('alter table "photo" add constraint "photo_size_positive" check (width > 0 and height > 0)');
    this.addSql('alter table "photo" add constraint "photo_hash_form" check (char_length(hash) = 64)');
    this.addSql(
      'create table "seller_pickup_point" ("seller_id" uuid not null, "pickup_point_id" uuid not null, primary key ("seller_id", "pickup_point_id"))',
    );
    this.addSql('create index "seller_pickup_point_of_point" on "seller_pickup_point" ("pickup_point_id")');
    this.addSql(
      'create table "search_document" ("product_id" uuid not null, "seller_id" uuid not null, "seller_slug" text not null, "kecamatan_slug" text not null, "category_slugs" text[] not null, "point_slugs" text[] null, "price_min" bigint not null, "in_stock" boolean not null, "is_halal" boolean not null, "quality" int not null, "rating_band" smallint not null, "published_at" timestamptz not null, "title" text not null, "group_id" int not null, primary key ("product_id"))',
    );
    this.addSql('create index "search_document_by_group" on "search_document" ("group_id", "seller_id")');
    this.addSql('create index "search_document_by_seller_slug" on "search_document" ("seller_slug")');
    this.addSql('create index "search_document_by_seller" on "search_document" ("seller_id", "product_id")');
    this.addSql('create index "search_document_by_price" on "search_document" ("price_min", "product_id")');
    this.addSql('create index "search_document_by_age" on "search_document" ("published_at", "product_id")');
    this.addSql('create index "search_document_by_favour" on "search_document" ("in_stock", "quality", "product_id")');
    this.addSql(
      'create table "search_entry" ("product_id" uuid not null, "seller_id" uuid not null, "group_id" int not null, "quality" int not null, "price_min" bigint not null, "published_at" timestamptz not null, "in_stock" boolean not null, "forms" tsvector not null, "card" json not null, primary key ("product_id"))',
    );
    this.addSql('create index search_entry_forms on search_entry using gin (forms) with (fastupdate = off)');
    this.addSql(
      'create table "variant" ("id" uuid not null, "product_id" uuid not null, "seller_id" uuid not null, "sku" text not null, "name" text not null default \'\', "options" jsonb not null, "price" bigint not null, "weight_grams" int not null, "position" int not null default 0, "is_archived" boolean not null default false, primary key ("id"))',
    );
    this.addSql('create index "variant_of_product" on "variant" ("product_id", "position")');
    this.addSql('alter table "variant" add constraint "variant_sku_once" unique ("seller_id", "sku")');
    this.addSql(
      'alter table "variant" add constraint "variant_sku_length" check (char_length(sku) >= 1 and char_length(sku) <= 40)',
    );
    this.addSql(
      'alter table "variant" add constraint "variant_weight_range" check (weight_grams >= 0 and weight_grams <= 100000)',
    );
    this.addSql('alter table "variant" add constraint "variant_price_range" check (price > 0 and price <= 1000000000)');
    this.addSql(
      'create table "stock_movement" ("id" uuid not null, "variant_id" uuid not null, "kind" text not null, "on_hand_delta" int not null, "reserved_delta" int not null, "cause" text not null, "actor_id" uuid null, "idempotency_key" text null, "at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('comment on table "stock_movement" is \'append-only\'');
    this.addSql('create index "stock_movement_of_variant" on "stock_movement" ("variant_id", "at")');
    this.addSql(
      'alter table "stock_movement" add constraint "stock_movement_adjusted_once" unique ("actor_id", "idempotency_key")',
    );
    this.addSql(
      'alter table "stock_movement" add constraint "stock_movement_moves" check (on_hand_delta <> 0 or reserved_delta <> 0)',
    );
    this.addSql(
      "alter table \"stock_movement\" add constraint \"stock_movement_kind_check\" check (\"kind\" in ('RESERVE', 'RELEASE', 'SETTLE', 'PUT_BACK', 'WRITE_OFF', 'ADJUST'))",
    );
    this.addSql(
      'create table "stock" ("variant_id" uuid not null, "on_hand" int not null, "reserved" int not null, primary key ("variant_id"))',
    );
    this.addSql('alter table "stock" add constraint "stock_on_hand_limit" check (on_hand <= 2000000000)');
    this.addSql('alter table "stock" add constraint "stock_reserved_not_negative" check (reserved >= 0)');
    this.addSql('alter table "stock" add constraint "stock_reserved_within_on_hand" check (on_hand >= reserved)');
    this.addSql(
      'create table "task" ("id" uuid not null, "kind" text not null, "title" text not null, "detail" text not null, "amount" bigint null, "subject" jsonb not null, "once" text not null, "created_at" timestamptz not null, "taken_by_id" uuid null, "taken_at" timestamptz null, "done_at" timestamptz null, "done_by_id" uuid null, "note" text null, "outcome" text null, primary key ("id"))',
    );
    this.addSql('alter table "task" add constraint "task_once" unique ("once")');
    this.addSql('create index "task_of_time" on "task" ("created_at", "id")');
    this.addSql('create index task_open on task (created_at, id) where done_at is null');
    this.addSql(
      'alter table "task" add constraint "task_amount_not_negative" check (amount >= 0 and amount <= 9000000000000000)',
    );
    this.addSql(
      'alter table "task" add constraint "task_taken_by_somebody" check ((taken_by_id is null) = (taken_at is null))',
    );
    this.addSql(
      'alter table "task" add constraint "task_outcome_when_done" check (outcome is null or done_at is not null)',
    );
    this.addSql(
      "alter table \"task\" add constraint \"task_kind_check\" check (\"kind\" in ('REFUND_BY_TRANSFER', 'LOST_PARCEL', 'PAYMENT_MISMATCH', 'RECONCILIATION', 'MESSAGE_FAILED', 'SELLER_VERIFICATION'))",
    );
    this.addSql(
      "alter table \"task\" add constraint \"task_outcome_check\" check (\"outcome\" in ('FIXED_HERE', 'FIXED_AT_PROVIDER', 'MONEY_MOVED', 'NOTHING_TO_DO'))",
    );
    this.addSql(
      'create table "unfinished_seed" ("id" smallint not null, "seed" int not null, "products" int not null, "has_pictures" boolean not null, "entered" int not null, "begun_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('alter table "unfinished_seed" add constraint "unfinished_seed_is_one" check (id = 1)');
    this.addSql(
      'create table "upload" ("id" uuid not null, "account_id" uuid not null, "idempotency_key" text not null, "status" text not null default \'WAITING\', "max_bytes" int not null, "expires_at" timestamptz not null, "created_at" timestamptz not null, "hash" text null, "width" int null, "height" int null, primary key ("id"))',
    );
    this.addSql(
      'alter table "upload" add constraint "upload_idempotency_once" unique ("account_id", "idempotency_key")',
    );
    this.addSql('alter table "upload" add constraint "upload_limit_positive" check (max_bytes > 0)');
    this.addSql(
      'alter table "upload" add constraint "upload_ready_has_picture" check ((status = \'READY\') = (hash is not null))',
    );
    this.addSql(
      'alter table "upload" add constraint "upload_status_check" check ("status" in (\'WAITING\', \'READY\'))',
    );
    this.addSql(
      'create table "voucher" ("id" uuid not null, "code" text not null, "name" text not null, "kind" text not null, "percent" int null, "amount" bigint null, "max_discount" bigint null, "minimum_spend" bigint not null default \'0\', "seller_id" uuid null, "seller_ids" uuid[] not null, "category_id" uuid null, "seller_percent" int not null, "starts_at" timestamptz not null, "ends_at" timestamptz null, "limit_total" int null, "limit_per_buyer" int null, "period" text null, "limit_per_period" int null, "limit_in_period" int null, "uses" int not null default 0, "ended_at" timestamptz null, "maker_id" uuid not null, "idempotency_key" text not null, "input_hash" text not null, "created_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('create index "voucher_of_seller" on "voucher" ("seller_id", "id")');
    this.addSql(
      'alter table "voucher" add constraint "voucher_idempotency_once" unique ("maker_id", "idempotency_key")',
    );
    this.addSql('alter table "voucher" add constraint "voucher_code_once" unique ("code")');
    this.addSql(
      'alter table "voucher" add constraint "voucher_idempotency_key_length" check (char_length(idempotency_key) <= 200)',
    );
    this.addSql('alter table "voucher" add constraint "voucher_sellers_some" check (cardinality(seller_ids) <= 100)');
    this.addSql(
      'alter table "voucher" add constraint "voucher_sellers_who_pay_are_named" check (seller_percent = 0 or cardinality(seller_ids) >= 1)',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_of_shop_is_its_own_cost" check (seller_id is null or (seller_percent = 100 and seller_ids = array[seller_id]))',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_seller_percent_bounds" check (seller_percent >= 0 and seller_percent <= 100)',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_period_has_limit" check ((period is null) = (limit_per_period is null and limit_in_period is null))',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_limit_in_period_bounds" check (limit_in_period >= 1 and limit_in_period <= 1000000)',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_period_limit_bounds" check (limit_per_period >= 1 and limit_per_period <= 100)',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_buyer_limit_bounds" check (limit_per_buyer >= 1 and limit_per_buyer <= 100)',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_uses_within_limit" check (uses >= 0 and (limit_total is null or uses <= limit_total))',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_limit_bounds" check (limit_total >= 1 and limit_total <= 1000000)',
    );
    this.addSql('alter table "voucher" add constraint "voucher_ends_after_start" check (ends_at > starts_at)');
    this.addSql(
      'alter table "voucher" add constraint "voucher_minimum_bounds" check (minimum_spend >= 0 and minimum_spend <= 9000000000000000)',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_cap_bounds" check (max_discount > 0 and max_discount <= 9000000000000000)',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_cap_of_its_kind" check (max_discount is null or kind = \'PERCENTAGE\')',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_amount_bounds" check (amount > 0 and amount <= 9000000000000000)',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_amount_of_its_kind" check ((kind = \'AMOUNT\') = (amount is not null))',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_percent_bounds" check (percent >= 1 and percent <= 100)',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_percent_of_its_kind" check ((kind = \'PERCENTAGE\') = (percent is not null))',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_name_length" check (char_length(name) >= 1 and char_length(name) <= 80)',
    );
    this.addSql('alter table "voucher" add constraint "voucher_code_form" check (code ~ \'^[A-Z0-9]{4,20}$\')');
    this.addSql(
      'alter table "voucher" add constraint "voucher_kind_check" check ("kind" in (\'PERCENTAGE\', \'AMOUNT\', \'FREE_POINT_FEE\'))',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_period_check" check ("period" in (\'DAY\', \'WEEK\', \'MONTH\'))',
    );
    this.addSql(
      'create table "voucher_period_count" ("voucher_id" uuid not null, "period_start" text not null, "uses" int not null, primary key ("voucher_id", "period_start"))',
    );
    this.addSql(
      'alter table "voucher_period_count" add constraint "voucher_period_count_not_negative" check (uses >= 0)',
    );
    this.addSql(
      'create table "voucher_redemption" ("id" uuid not null, "voucher_id" uuid not null, "order_id" uuid not null, "buyer_id" uuid not null, "buyer_slot" int null, "period_start" text null, "period_slot" int null, "discount" bigint not null, "taken_at" timestamptz not null, "given_back_at" timestamptz null, "honoured_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('create index "voucher_redemption_of_buyer" on "voucher_redemption" ("buyer_id")');
    this.addSql(
      'alter table "voucher_redemption" add constraint "voucher_redemption_period_slot_once" unique ("voucher_id", "buyer_id", "period_start", "period_slot")',
    );
    this.addSql(
      'alter table "voucher_redemption" add constraint "voucher_redemption_buyer_slot_once" unique ("voucher_id", "buyer_id", "buyer_slot")',
    );
    this.addSql(
      'alter table "voucher_redemption" add constraint "voucher_redemption_once_per_order" unique ("order_id")',
    );
    this.addSql(
      'alter table "voucher_redemption" add constraint "voucher_redemption_honoured_was_given_back" check (honoured_at is null or given_back_at is not null)',
    );
    this.addSql(
      'alter table "voucher_redemption" add constraint "voucher_redemption_given_back_holds_none" check (given_back_at is null or (buyer_slot is null and period_slot is null))',
    );
    this.addSql(
      'alter table "voucher_redemption" add constraint "voucher_redemption_slots_positive" check (buyer_slot > 0 and period_slot > 0)',
    );
    this.addSql(
      'alter table "voucher_redemption" add constraint "voucher_redemption_discount_positive" check (discount > 0)',
    );
    this.addSql(
      'create table "widget" ("id" uuid not null, "community_id" uuid not null, "title" text not null, "theme" text not null default \'AUTO\', "publishable_key" text not null, "previous_key" text null, "previous_key_until" timestamptz null, "allowed_origins" text[] not null, "kecamatan_id" uuid null, "category_id" uuid null, "seller_ids" text[] not null, "idempotency_key" text not null, "input_hash" text not null, "created_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('create index "widget_allowed_origins" on "widget" using gin ("allowed_origins")');
    this.addSql(
      'alter table "widget" add constraint "widget_once_per_idempotency_key" unique ("community_id", "idempotency_key")',
    );
    this.addSql('alter table "widget" add constraint "widget_previous_key" unique ("previous_key")');
    this.addSql('alter table "widget" add constraint "widget_publishable_key" unique ("publishable_key")');
    this.addSql('alter table "widget" add constraint "widget_sellers_some" check (cardinality(seller_ids) <= 100)');
    this.addSql(
      'alter table "widget" add constraint "widget_origins_some" check (cardinality(allowed_origins) >= 1 and cardinality(allowed_origins) <= 20)',
    );
    this.addSql(
      'alter table "widget" add constraint "widget_previous_key_ends" check ((previous_key is null) = (previous_key_until is null))',
    );
    this.addSql(
      'alter table "widget" add constraint "widget_publishable_key_shape" check (publishable_key ~ \'^pk_[A-Za-z0-9_-]{24,}$\')',
    );
    this.addSql(
      'alter table "widget" add constraint "widget_theme_check" check ("theme" in (\'LIGHT\', \'DARK\', \'AUTO\'))',
    );
    this.addSql(
      'create table "orders" ("id" uuid not null, "code" text not null, "buyer_id" uuid not null, "cart_id" uuid not null, "pickup_point_id" uuid not null, "community_id" uuid null, "widget_id" uuid null, "payment_method" text not null, "payment_status" text not null, "fulfilment" text not null default \'OPEN\', "goods_total" bigint not null, "point_fee_total" bigint not null, "voucher_id" uuid null, "voucher_code" text null, "discount_total" bigint not null default \'0\', "total" bigint not null, "refund_due_total" bigint not null default \'0\', "refunded_total" bigint not null default \'0\', "collect_code" text not null, "pin_version" int not null default 1, "idempotency_key" text not null, "idempotency_input" text not null, "method_change_keys" text[] not null default \'{}\', "cancel_reason" text null, "placed_at" timestamptz not null, "pay_by" timestamptz null, "paid_at" timestamptz null, "expected_pickup_at" timestamptz null, primary key ("id"))',
    );
    this.addSql(
      "create index orders_unpaid_of_buyer on orders (buyer_id) where payment_status in ('AWAITING', 'DUE_AT_POINT')",
    );
    this.addSql('create index "orders_of_buyer" on "orders" ("buyer_id", "placed_at", "id")');
    this.addSql('alter table "orders" add constraint "orders_idempotency_once" unique ("buyer_id", "idempotency_key")');
    this.addSql('alter table "orders" add constraint "orders_collect_code_once" unique ("collect_code")');
    this.addSql('alter table "orders" add constraint "orders_code_once" unique ("code")');
    this.addSql(
      'alter table "orders" add constraint "orders_idempotency_key_length" check (char_length(idempotency_key) <= 200)',
    );
    this.addSql(
      'alter table "orders" add constraint "orders_pay_by_unless_cash" check ((payment_method = \'CASH\') = (pay_by is null))',
    );
    this.addSql(
      'alter table "orders" add constraint "orders_cash_is_due_at_point" check (payment_method = \'CASH\' or payment_status <> \'DUE_AT_POINT\')',
    );
    this.addSql(
      'alter table "orders" add constraint "orders_refunded_within_due" check (refunded_total >= 0 and refunded_total <= refund_due_total and refund_due_total <= total)',
    );
    this.addSql('alter table "orders" add constraint "orders_total_limit" check (total <= 9000000000000000)');
    this.addSql('alter table "orders" add constraint "orders_total_positive" check (total > 0)');
    this.addSql(
      'alter table "orders" add constraint "orders_total_is_the_sum" check (total = goods_total + point_fee_total - discount_total)',
    );
    this.addSql(
      'alter table "orders" add constraint "orders_discount_by_voucher" check ((discount_total > 0) = (voucher_id is not null))',
    );
    this.addSql('alter table "orders" add constraint "orders_discount_not_negative" check (discount_total >= 0)');
    this.addSql('alter table "orders" add constraint "orders_point_fee_not_negative" check (point_fee_total >= 0)');
    this.addSql('alter table "orders" add constraint "orders_goods_positive" check (goods_total > 0)');
    this.addSql(
      "alter table \"orders\" add constraint \"orders_payment_method_check\" check (\"payment_method\" in ('QRIS', 'GOPAY', 'SHOPEEPAY', 'VA_BCA', 'VA_BNI', 'VA_BRI', 'VA_PERMATA', 'VA_CIMB', 'VA_MANDIRI', 'INDOMARET', 'ALFAMART', 'CASH'))",
    );
    this.addSql(
      "alter table \"orders\" add constraint \"orders_payment_status_check\" check (\"payment_status\" in ('AWAITING', 'DUE_AT_POINT', 'PAID', 'PARTLY_REFUNDED', 'REFUNDED', 'EXPIRED', 'CANCELLED', 'REFUND_DUE', 'REVERSED'))",
    );
    this.addSql(
      'alter table "orders" add constraint "orders_fulfilment_check" check ("fulfilment" in (\'OPEN\', \'COMPLETED\', \'CANCELLED\'))',
    );
    this.addSql(
      'create table "refund_account" ("id" uuid not null, "order_id" uuid not null, "buyer_id" uuid not null, "bank" text not null, "account_number" text not null, "holder_name" text not null, "updated_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('alter table "refund_account" add constraint "refund_account_once_per_order" unique ("order_id")');
    this.addSql(
      'alter table "refund_account" add constraint "refund_account_holder_length" check (char_length(holder_name) >= 1 and char_length(holder_name) <= 100)',
    );
    this.addSql(
      'alter table "refund_account" add constraint "refund_account_bank_length" check (char_length(bank) >= 2 and char_length(bank) <= 40)',
    );
    this.addSql(
      'alter table "refund_account" add constraint "refund_account_number_form" check (account_number ~ \'^[0-9]{5,20}$\')',
    );
    this.addSql(
      'create table "pin_attempt" ("id" uuid not null, "order_id" uuid not null, "pin_version" int not null, "pickup_point_id" uuid not null, "operator_id" uuid not null, "at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('create index "pin_attempt_of_order" on "pin_attempt" ("order_id", "pin_version")');
    this.addSql(
      'create table "parcel" ("id" uuid not null, "code" text not null, "order_id" uuid not null, "order_code" text not null, "buyer_id" uuid not null, "seller_id" uuid not null, "pickup_point_id" uuid not null, "status" text not null default \'HELD\', "size" text not null, "weight_grams" int not null, "goods_total" bigint not null, "point_fee" bigint not null, "goods_discount" bigint not null default \'0\', "fee_discount" bigint not null default \'0\', "seller_discount" bigint not null default \'0\', "total" bigint not null, "commission" bigint not null, "community_share" bigint not null, "is_settled" boolean not null default false, "is_paid_by_qris" boolean not null default false, "refund_due" bigint not null default \'0\', "refund_count" int not null default 0, "respond_by" timestamptz null, "hold_until" timestamptz null, "reject_reason" text null, "shelf" text null, "damage_photo_hash" text null, "placed_at" timestamptz not null, "dropped_at" timestamptz null, "moved_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('create index "parcel_of_point" on "parcel" ("pickup_point_id", "placed_at", "id")');
    this.addSql('create index "parcel_of_seller" on "parcel" ("seller_id", "placed_at", "id")');
    this.addSql(
      'alter table "parcel" add constraint "parcel_once_per_order_and_seller" unique ("order_id", "seller_id")',
    );
    this.addSql('alter table "parcel" add constraint "parcel_code_once" unique ("code")');
    this.addSql(
      'alter table "parcel" add constraint "parcel_at_point_has_hold" check (status <> \'AT_POINT\' or hold_until is not null)',
    );
    this.addSql(
      'alter table "parcel" add constraint "parcel_reject_has_reason" check (status <> \'REJECTED\' or reject_reason is not null)',
    );
    this.addSql(
      'alter table "parcel" add constraint "parcel_refund_within_total" check (refund_due >= 0 and refund_due <= total)',
    );
    this.addSql(
      'alter table "parcel" add constraint "parcel_shares_within_goods" check (community_share >= 0 and community_share <= commission and commission <= goods_total - seller_discount)',
    );
    this.addSql('alter table "parcel" add constraint "parcel_total_limit" check (total <= 9000000000000000)');
    this.addSql(
      'alter table "parcel" add constraint "parcel_total_is_the_sum" check (total = goods_total + point_fee - goods_discount - fee_discount)',
    );
    this.addSql(
      'alter table "parcel" add constraint "parcel_seller_bears_a_part" check (seller_discount >= 0 and seller_discount <= goods_discount + fee_discount)',
    );
    this.addSql(
      'alter table "parcel" add constraint "parcel_fee_discount_within_fee" check (fee_discount = 0 or fee_discount <= point_fee)',
    );
    this.addSql(
      'alter table "parcel" add constraint "parcel_discounts_within_goods" check (goods_discount >= 0 and fee_discount >= 0 and goods_discount + fee_discount <= goods_total)',
    );
    this.addSql('alter table "parcel" add constraint "parcel_point_fee_not_negative" check (point_fee >= 0)');
    this.addSql('alter table "parcel" add constraint "parcel_goods_positive" check (goods_total > 0)');
    this.addSql(
      "alter table \"parcel\" add constraint \"parcel_status_check\" check (\"status\" in ('HELD', 'WAITING', 'ACCEPTED', 'PACKED', 'AT_POINT', 'COLLECTED', 'UNCOLLECTED', 'RETURNED', 'REJECTED', 'CANCELLED', 'LAPSED', 'LOST'))",
    );
    this.addSql(
      'alter table "parcel" add constraint "parcel_size_check" check ("size" in (\'SMALL\', \'MEDIUM\', \'LARGE\'))',
    );
    this.addSql(
      'create table "timer" ("id" uuid not null, "kind" text not null, "order_id" uuid not null, "parcel_id" uuid null, "due_at" timestamptz not null, "fired_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('create index timer_due on timer (due_at, id) where fired_at is null');
    this.addSql(
      'alter table "timer" add constraint "timer_fires_when_due" check (fired_at is null or fired_at >= due_at)',
    );
    this.addSql(
      "alter table \"timer\" add constraint \"timer_kind_check\" check (\"kind\" in ('PAYMENT_DUE', 'ANSWER_DUE', 'DELIVERY_DUE', 'RETURN_NEAR', 'HOLD_OVER', 'UNCOLLECTED_LONG', 'RELEASE_MONEY', 'DISPUTE_ANSWER_DUE', 'DISPUTE_OFFER_DUE'))",
    );
    this.addSql(
      'create table "parcel_refund" ("id" uuid not null, "parcel_id" uuid not null, "number" int not null, "kind" text not null, "bearer" text not null, "amount" bigint not null, "goods_total" bigint not null, "reason" text not null, "actor_id" uuid null, "idempotency_key" text null, "idempotency_input" text null, "at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('comment on table "parcel_refund" is \'append-only\'');
    this.addSql(
      'alter table "parcel_refund" add constraint "parcel_refund_key_once" unique ("actor_id", "idempotency_key")',
    );
    this.addSql(
      'alter table "parcel_refund" add constraint "parcel_refund_number_once" unique ("parcel_id", "number")',
    );
    this.addSql(
      'alter table "parcel_refund" add constraint "parcel_refund_asked_by_somebody" check (idempotency_key is null or actor_id is not null)',
    );
    this.addSql('alter table "parcel_refund" add constraint "parcel_refund_number_positive" check (number > 0)');
    this.addSql(
      'alter table "parcel_refund" add constraint "parcel_refund_goods_not_negative" check (goods_total >= 0)',
    );
    this.addSql(
      'alter table "parcel_refund" add constraint "parcel_refund_amount_some" check (amount > 0 or (amount = 0 and kind = \'LINES\'))',
    );
    this.addSql(
      "alter table \"parcel_refund\" add constraint \"parcel_refund_kind_check\" check (\"kind\" in ('PARCEL', 'LINES', 'GOODWILL', 'DISPUTE'))",
    );
    this.addSql(
      "alter table \"parcel_refund\" add constraint \"parcel_refund_bearer_check\" check (\"bearer\" in ('SALE', 'SELLER', 'MARKET', 'POINT'))",
    );
    this.addSql(
      'create table "order_line" ("id" uuid not null, "parcel_id" uuid not null, "product_id" uuid not null, "variant_id" uuid not null, "position" int not null, "title" text not null, "variant_name" text not null, "sku" text not null, "photo_hash" text null, "unit_price" bigint not null, "quantity" int not null, "total" bigint not null, "discount" bigint not null default \'0\', "refunded_quantity" int not null default 0, "refunded_total" bigint not null default \'0\', "refunded_discount" bigint not null default \'0\', primary key ("id"))',
    );
    this.addSql('create index "order_line_of_variant" on "order_line" ("variant_id")');
    this.addSql('create index "order_line_of_parcel" on "order_line" ("parcel_id", "position")');
    this.addSql(
      'alter table "order_line" add constraint "order_line_refunded_within_discount" check (refunded_discount >= 0 and refunded_discount <= discount)',
    );
    this.addSql(
      'alter table "order_line" add constraint "order_line_refunded_within_total" check (refunded_total >= 0 and refunded_total <= total - discount)',
    );
    this.addSql(
      'alter table "order_line" add constraint "order_line_refunded_within_quantity" check (refunded_quantity >= 0 and refunded_quantity <= quantity)',
    );
    this.addSql('alter table "order_line" add constraint "order_line_total_limit" check (total <= 9000000000000000)');
    this.addSql(
      'alter table "order_line" add constraint "order_line_discount_within_total" check (discount >= 0 and discount <= total)',
    );
    this.addSql(
      'alter table "order_line" add constraint "order_line_total_is_the_product" check (total = unit_price * quantity)',
    );
    this.addSql('alter table "order_line" add constraint "order_line_price_positive" check (unit_price > 0)');
    this.addSql(
      'alter table "order_line" add constraint "order_line_quantity" check (quantity > 0 and quantity <= 999)',
    );
    this.addSql(
      'create table "review" ("id" uuid not null, "product_id" uuid not null, "seller_id" uuid not null, "buyer_id" uuid null, "order_line_id" uuid null, "demo_author" text null, "rating" smallint not null, "text" text not null default \'\', "photo_hashes" text[] not null, "written_at" timestamptz not null, "changed_at" timestamptz null, "answer" text null, "answered_at" timestamptz null, "hidden_at" timestamptz null, "hidden_reason" text null, primary key ("id"))',
    );
    this.addSql('create index "review_of_seller" on "review" ("seller_id", "written_at", "id")');
    this.addSql('create index "review_by_time" on "review" ("written_at", "id")');
    this.addSql('create index "review_of_product" on "review" ("product_id", "written_at", "id")');
    this.addSql('alter table "review" add constraint "review_once_per_buyer" unique ("product_id", "buyer_id")');
    this.addSql(
      'alter table "review" add constraint "review_bought_or_demo" check ((order_line_id is null) = (buyer_id is null) and (buyer_id is null) = (demo_author is not null))',
    );
    this.addSql(
      'alter table "review" add constraint "review_hidden_has_reason" check ((hidden_at is null) = (hidden_reason is null))',
    );
    this.addSql(
      'alter table "review" add constraint "review_answered_has_time" check ((answer is null) = (answered_at is null))',
    );
    this.addSql(
      'alter table "review" add constraint "review_answer_length" check (char_length(answer) >= 1 and char_length(answer) <= 1000)',
    );
    this.addSql('alter table "review" add constraint "review_photos" check (cardinality(photo_hashes) <= 3)');
    this.addSql('alter table "review" add constraint "review_text_length" check (char_length(text) <= 1000)');
    this.addSql('alter table "review" add constraint "review_rating_in_stars" check (rating >= 1 and rating <= 5)');
    this.addSql(
      'create table "review_write" ("id" uuid not null, "review_id" uuid not null, "buyer_id" uuid not null, "idempotency_key" text not null, "request_hash" text not null, "at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('comment on table "review_write" is \'append-only\'');
    this.addSql(
      'alter table "review_write" add constraint "review_write_idempotency_once" unique ("buyer_id", "idempotency_key")',
    );
    this.addSql(
      'create table "dispute" ("id" uuid not null, "order_id" uuid not null, "parcel_id" uuid not null, "buyer_id" uuid not null, "seller_id" uuid not null, "pickup_point_id" uuid not null, "status" text not null default \'OPEN\', "reason" text not null, "wish" text not null, "claim_total" bigint not null, "offer" bigint null, "refunded" bigint null, "borne_by" text null, "idempotency_key" text not null, "idempotency_input" text not null, "opened_at" timestamptz not null, "due_by" timestamptz null, "ended_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('create index "dispute_of_time" on "dispute" ("opened_at", "id")');
    this.addSql('create index "dispute_of_seller" on "dispute" ("seller_id", "opened_at", "id")');
    this.addSql('alter table "dispute" add constraint "dispute_once_per_parcel" unique ("parcel_id")');
    this.addSql(
      "alter table \"dispute\" add constraint \"dispute_ended_at_when_ended\" check ((status in ('SETTLED', 'DECIDED', 'WITHDRAWN')) = (ended_at is not null))",
    );
    this.addSql(
      'alter table "dispute" add constraint "dispute_due_while_open" check ((status in (\'OPEN\', \'OFFERED\')) = (due_by is not null))',
    );
    this.addSql(
      'alter table "dispute" add constraint "dispute_offered_has_offer" check (status <> \'OFFERED\' or offer is not null)',
    );
    this.addSql(
      'alter table "dispute" add constraint "dispute_refunded_within_claim" check (refunded is null or (refunded >= 0 and refunded <= claim_total))',
    );
    this.addSql(
      'alter table "dispute" add constraint "dispute_offer_within_claim" check (offer is null or (offer > 0 and offer <= claim_total))',
    );
    this.addSql('alter table "dispute" add constraint "dispute_claim_positive" check (claim_total > 0)');
    this.addSql(
      "alter table \"dispute\" add constraint \"dispute_status_check\" check (\"status\" in ('OPEN', 'OFFERED', 'ESCALATED', 'SETTLED', 'DECIDED', 'WITHDRAWN'))",
    );
    this.addSql(
      "alter table \"dispute\" add constraint \"dispute_reason_check\" check (\"reason\" in ('DAMAGED', 'SPOILED', 'WRONG_GOODS', 'MISSING', 'NOT_AS_DESCRIBED', 'OTHER'))",
    );
    this.addSql(
      'alter table "dispute" add constraint "dispute_wish_check" check ("wish" in (\'ALL_BACK\', \'PART_BACK\'))',
    );
    this.addSql(
      'alter table "dispute" add constraint "dispute_borne_by_check" check ("borne_by" in (\'SELLER\', \'MARKET\', \'POINT\'))',
    );
    this.addSql(
      'create table "dispute_statement" ("id" uuid not null, "dispute_id" uuid not null, "by" text not null, "text" text not null, "photo_hashes" text[] not null, "at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('comment on table "dispute_statement" is \'append-only\'');
    this.addSql('create index "dispute_statement_of_dispute" on "dispute_statement" ("dispute_id", "at")');
    this.addSql(
      'alter table "dispute_statement" add constraint "dispute_statement_photos" check (cardinality(photo_hashes) <= 5)',
    );
    this.addSql(
      'alter table "dispute_statement" add constraint "dispute_statement_length" check (char_length(text) <= 1000)',
    );
    this.addSql(
      'alter table "dispute_statement" add constraint "dispute_statement_by_check" check ("by" in (\'BUYER\', \'SELLER\', \'CURATOR\'))',
    );
    this.addSql(
      'create table "dispute_line" ("id" uuid not null, "dispute_id" uuid not null, "order_line_id" uuid not null, "quantity" int not null, primary key ("id"))',
    );
    this.addSql('comment on table "dispute_line" is \'append-only\'');
    this.addSql('alter table "dispute_line" add constraint "dispute_line_once" unique ("dispute_id", "order_line_id")');
    this.addSql('alter table "dispute_line" add constraint "dispute_line_quantity" check (quantity > 0)');
    this.addSql(
      'create table "cart" ("id" uuid not null, "account_id" uuid null, "token_hash" text null, "pickup_point_id" uuid null, "widget_id" uuid null, "voucher_id" uuid null, "stored_notices" jsonb not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('create index "cart_updated_at" on "cart" ("updated_at")');
    this.addSql('alter table "cart" add constraint "cart_token_hash" unique ("token_hash")');
    this.addSql('alter table "cart" add constraint "cart_once_per_account" unique ("account_id")');
    this.addSql(
      'alter table "cart" add constraint "cart_held_by_account_or_token" check ((account_id is null) <> (token_hash is null))',
    );
    this.addSql(
      'create table "cart_line" ("id" uuid not null, "cart_id" uuid not null, "variant_id" uuid not null, "quantity" int not null, "selected" boolean not null default true, "price_when_added" bigint not null, primary key ("id"))',
    );
    this.addSql('alter table "cart_line" add constraint "cart_line_once_per_variant" unique ("cart_id", "variant_id")');
    this.addSql('alter table "cart_line" add constraint "cart_line_price_positive" check (price_when_added > 0)');
    this.addSql(
      'alter table "cart_line" add constraint "cart_line_quantity" check (quantity >= 1 and quantity <= 999)',
    );
    this.addSql(
      'create table "checkout_token" ("id" uuid not null, "cart_id" uuid not null, "token_hash" text not null, "expires_at" timestamptz not null, "redeemed_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('create index "checkout_token_expires_at" on "checkout_token" ("expires_at")');
    this.addSql('alter table "checkout_token" add constraint "checkout_token_hash" unique ("token_hash")');
    this.addSql(
      'alter table "audit_entry" add constraint "audit_entry_actor_id_foreign" foreign key ("actor_id") references "account" ("id") on delete set null',
    );
    this.addSql(
      'alter table "bank_account" add constraint "bank_account_entered_by_id_foreign" foreign key ("entered_by_id") references "account" ("id") on delete set null',
    );
    this.addSql(
      'alter table "cash_delivery" add constraint "cash_delivery_recorded_by_id_foreign" foreign key ("recorded_by_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "consent" add constraint "consent_account_id_foreign" foreign key ("account_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "device" add constraint "device_account_id_foreign" foreign key ("account_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "ledger_kept_balance" add constraint "ledger_kept_balance_account_id_foreign" foreign key ("account_id") references "ledger_account" ("id")',
    );
    this.addSql(
      'alter table "ledger_line" add constraint "ledger_line_transaction_id_foreign" foreign key ("transaction_id") references "ledger_transaction" ("id")',
    );
    this.addSql(
      'alter table "ledger_line" add constraint "ledger_line_account_id_foreign" foreign key ("account_id") references "ledger_account" ("id")',
    );
    this.addSql(
      'alter table "membership" add constraint "membership_account_id_foreign" foreign key ("account_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "message" add constraint "message_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete set null',
    );
    this.addSql(
      'alter table "payment" add constraint "payment_payer_id_foreign" foreign key ("payer_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "payment_attempt" add constraint "payment_attempt_payment_id_foreign" foreign key ("payment_id") references "payment" ("id")',
    );
    this.addSql(
      'alter table "payment_notification" add constraint "payment_notification_attempt_id_foreign" foreign key ("attempt_id") references "payment_attempt" ("id") on delete set null',
    );
    this.addSql(
      'alter table "payout_batch" add constraint "payout_batch_made_by_id_foreign" foreign key ("made_by_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "payout" add constraint "payout_bank_account_id_foreign" foreign key ("bank_account_id") references "bank_account" ("id")',
    );
    this.addSql(
      'alter table "payout" add constraint "payout_requested_by_id_foreign" foreign key ("requested_by_id") references "account" ("id") on delete set null',
    );
    this.addSql(
      'alter table "payout" add constraint "payout_batch_id_foreign" foreign key ("batch_id") references "payout_batch" ("id") on delete set null',
    );
    this.addSql(
      'alter table "provider_settlement" add constraint "provider_settlement_recorded_by_id_foreign" foreign key ("recorded_by_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "reconciliation" add constraint "reconciliation_started_by_id_foreign" foreign key ("started_by_id") references "account" ("id") on delete set null',
    );
    this.addSql(
      'alter table "refund" add constraint "refund_payment_id_foreign" foreign key ("payment_id") references "payment" ("id")',
    );
    this.addSql(
      'alter table "refund" add constraint "refund_attempt_id_foreign" foreign key ("attempt_id") references "payment_attempt" ("id") on delete set null',
    );
    this.addSql(
      'alter table "refund" add constraint "refund_payer_id_foreign" foreign key ("payer_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "search_word_deletion" add constraint "search_word_deletion_word_foreign" foreign key ("word") references "search_word" ("word") on delete cascade',
    );
    this.addSql(
      'alter table "category" add constraint "category_parent_id_foreign" foreign key ("parent_id") references "category" ("id") on delete set null',
    );
    this.addSql(
      'alter table "community" add constraint "community_kecamatan_id_foreign" foreign key ("kecamatan_id") references "kecamatan" ("id") on delete set null',
    );
    this.addSql(
      'alter table "community" add constraint "community_founder_id_foreign" foreign key ("founder_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "kelurahan" add constraint "kelurahan_kecamatan_id_foreign" foreign key ("kecamatan_id") references "kecamatan" ("id")',
    );
    this.addSql(
      'alter table "pickup_point" add constraint "pickup_point_kelurahan_id_foreign" foreign key ("kelurahan_id") references "kelurahan" ("id")',
    );
    this.addSql(
      'alter table "seller" add constraint "seller_kelurahan_id_foreign" foreign key ("kelurahan_id") references "kelurahan" ("id")',
    );
    this.addSql(
      'alter table "seller" add constraint "seller_applicant_id_foreign" foreign key ("applicant_id") references "account" ("id") on delete set null',
    );
    this.addSql(
      'alter table "product" add constraint "product_seller_id_foreign" foreign key ("seller_id") references "seller" ("id")',
    );
    this.addSql(
      'alter table "product" add constraint "product_category_id_foreign" foreign key ("category_id") references "category" ("id")',
    );
    this.addSql(
      'alter table "photo" add constraint "photo_product_id_foreign" foreign key ("product_id") references "product" ("id")',
    );
    this.addSql(
      'alter table "seller_pickup_point" add constraint "seller_pickup_point_seller_id_foreign" foreign key ("seller_id") references "seller" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "seller_pickup_point" add constraint "seller_pickup_point_pickup_point_id_foreign" foreign key ("pickup_point_id") references "pickup_point" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "search_document" add constraint "search_document_product_id_foreign" foreign key ("product_id") references "product" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "search_document" add constraint "search_document_seller_id_foreign" foreign key ("seller_id") references "seller" ("id")',
    );
    this.addSql(
      'alter table "search_entry" add constraint "search_entry_product_id_foreign" foreign key ("product_id") references "search_document" ("product_id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "search_entry" add constraint "search_entry_seller_id_foreign" foreign key ("seller_id") references "seller" ("id")',
    );
    this.addSql(
      'alter table "variant" add constraint "variant_product_id_foreign" foreign key ("product_id") references "product" ("id")',
    );
    this.addSql(
      'alter table "variant" add constraint "variant_seller_id_foreign" foreign key ("seller_id") references "seller" ("id")',
    );
    this.addSql(
      'alter table "stock_movement" add constraint "stock_movement_variant_id_foreign" foreign key ("variant_id") references "variant" ("id")',
    );
    this.addSql(
      'alter table "stock" add constraint "stock_variant_id_foreign" foreign key ("variant_id") references "variant" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "task" add constraint "task_taken_by_id_foreign" foreign key ("taken_by_id") references "account" ("id") on delete set null',
    );
    this.addSql(
      'alter table "task" add constraint "task_done_by_id_foreign" foreign key ("done_by_id") references "account" ("id") on delete set null',
    );
    this.addSql(
      'alter table "upload" add constraint "upload_account_id_foreign" foreign key ("account_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_seller_id_foreign" foreign key ("seller_id") references "seller" ("id") on delete set null',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_category_id_foreign" foreign key ("category_id") references "category" ("id") on delete restrict',
    );
    this.addSql(
      'alter table "voucher" add constraint "voucher_maker_id_foreign" foreign key ("maker_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "voucher_period_count" add constraint "voucher_period_count_voucher_id_foreign" foreign key ("voucher_id") references "voucher" ("id")',
    );
    this.addSql(
      'alter table "voucher_redemption" add constraint "voucher_redemption_voucher_id_foreign" foreign key ("voucher_id") references "voucher" ("id")',
    );
    this.addSql(
      'alter table "voucher_redemption" add constraint "voucher_redemption_buyer_id_foreign" foreign key ("buyer_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "widget" add constraint "widget_community_id_foreign" foreign key ("community_id") references "community" ("id")',
    );
    this.addSql(
      'alter table "widget" add constraint "widget_kecamatan_id_foreign" foreign key ("kecamatan_id") references "kecamatan" ("id") on delete set null',
    );
    this.addSql(
      'alter table "widget" add constraint "widget_category_id_foreign" foreign key ("category_id") references "category" ("id") on delete set null',
    );
    this.addSql(
      'alter table "orders" add constraint "orders_buyer_id_foreign" foreign key ("buyer_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "orders" add constraint "orders_pickup_point_id_foreign" foreign key ("pickup_point_id") references "pickup_point" ("id")',
    );
    this.addSql(
      'alter table "orders" add constraint "orders_community_id_foreign" foreign key ("community_id") references "community" ("id") on delete set null',
    );
    this.addSql(
      'alter table "orders" add constraint "orders_widget_id_foreign" foreign key ("widget_id") references "widget" ("id") on delete set null',
    );
    this.addSql(
      'alter table "orders" add constraint "orders_voucher_id_foreign" foreign key ("voucher_id") references "voucher" ("id") on delete set null',
    );
    this.addSql(
      'alter table "refund_account" add constraint "refund_account_order_id_foreign" foreign key ("order_id") references "orders" ("id")',
    );
    this.addSql(
      'alter table "refund_account" add constraint "refund_account_buyer_id_foreign" foreign key ("buyer_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "pin_attempt" add constraint "pin_attempt_order_id_foreign" foreign key ("order_id") references "orders" ("id")',
    );
    this.addSql(
      'alter table "pin_attempt" add constraint "pin_attempt_pickup_point_id_foreign" foreign key ("pickup_point_id") references "pickup_point" ("id")',
    );
    this.addSql(
      'alter table "pin_attempt" add constraint "pin_attempt_operator_id_foreign" foreign key ("operator_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "parcel" add constraint "parcel_order_id_foreign" foreign key ("order_id") references "orders" ("id")',
    );
    this.addSql(
      'alter table "parcel" add constraint "parcel_buyer_id_foreign" foreign key ("buyer_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "parcel" add constraint "parcel_seller_id_foreign" foreign key ("seller_id") references "seller" ("id")',
    );
    this.addSql(
      'alter table "parcel" add constraint "parcel_pickup_point_id_foreign" foreign key ("pickup_point_id") references "pickup_point" ("id")',
    );
    this.addSql(
      'alter table "timer" add constraint "timer_order_id_foreign" foreign key ("order_id") references "orders" ("id")',
    );
    this.addSql(
      'alter table "timer" add constraint "timer_parcel_id_foreign" foreign key ("parcel_id") references "parcel" ("id") on delete set null',
    );
    this.addSql(
      'alter table "parcel_refund" add constraint "parcel_refund_parcel_id_foreign" foreign key ("parcel_id") references "parcel" ("id")',
    );
    this.addSql(
      'alter table "parcel_refund" add constraint "parcel_refund_actor_id_foreign" foreign key ("actor_id") references "account" ("id") on delete set null',
    );
    this.addSql(
      'alter table "order_line" add constraint "order_line_parcel_id_foreign" foreign key ("parcel_id") references "parcel" ("id")',
    );
    this.addSql(
      'alter table "order_line" add constraint "order_line_product_id_foreign" foreign key ("product_id") references "product" ("id")',
    );
    this.addSql(
      'alter table "order_line" add constraint "order_line_variant_id_foreign" foreign key ("variant_id") references "variant" ("id")',
    );
    this.addSql(
      'alter table "review" add constraint "review_product_id_foreign" foreign key ("product_id") references "product" ("id")',
    );
    this.addSql(
      'alter table "review" add constraint "review_seller_id_foreign" foreign key ("seller_id") references "seller" ("id")',
    );
    this.addSql(
      'alter table "review" add constraint "review_buyer_id_foreign" foreign key ("buyer_id") references "account" ("id") on delete set null',
    );
    this.addSql(
      'alter table "review" add constraint "review_order_line_id_foreign" foreign key ("order_line_id") references "order_line" ("id") on delete set null',
    );
    this.addSql(
      'alter table "review_write" add constraint "review_write_review_id_foreign" foreign key ("review_id") references "review" ("id")',
    );
    this.addSql(
      'alter table "review_write" add constraint "review_write_buyer_id_foreign" foreign key ("buyer_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "dispute" add constraint "dispute_order_id_foreign" foreign key ("order_id") references "orders" ("id")',
    );
    this.addSql(
      'alter table "dispute" add constraint "dispute_parcel_id_foreign" foreign key ("parcel_id") references "parcel" ("id")',
    );
    this.addSql(
      'alter table "dispute" add constraint "dispute_buyer_id_foreign" foreign key ("buyer_id") references "account" ("id")',
    );
    this.addSql(
      'alter table "dispute" add constraint "dispute_seller_id_foreign" foreign key ("seller_id") references "seller" ("id")',
    );
    this.addSql(
      'alter table "dispute" add constraint "dispute_pickup_point_id_foreign" foreign key ("pickup_point_id") references "pickup_point" ("id")',
    );
    this.addSql(
      'alter table "dispute_statement" add constraint "dispute_statement_dispute_id_foreign" foreign key ("dispute_id") references "dispute" ("id")',
    );
    this.addSql(
      'alter table "dispute_line" add constraint "dispute_line_dispute_id_foreign" foreign key ("dispute_id") references "dispute" ("id")',
    );
    this.addSql(
      'alter table "dispute_line" add constraint "dispute_line_order_line_id_foreign" foreign key ("order_line_id") references "order_line" ("id")',
    );
    this.addSql(
      'alter table "cart" add constraint "cart_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete set null',
    );
    this.addSql(
      'alter table "cart" add constraint "cart_pickup_point_id_foreign" foreign key ("pickup_point_id") references "pickup_point" ("id") on delete set null',
    );
    this.addSql(
      'alter table "cart" add constraint "cart_widget_id_foreign" foreign key ("widget_id") references "widget" ("id") on delete set null',
    );
    this.addSql(
      'alter table "cart" add constraint "cart_voucher_id_foreign" foreign key ("voucher_id") references "voucher" ("id") on delete set null',
    );
    this.addSql(
      'alter table "cart_line" add constraint "cart_line_cart_id_foreign" foreign key ("cart_id") references "cart" ("id") on delete cascade',
    );
    this.addSql(
      'alter table "cart_line" add constraint "cart_line_variant_id_foreign" foreign key ("variant_id") references "variant" ("id")',
    );
    this.addSql(
      'alter table "checkout_token" add constraint "checkout_token_cart_id_foreign" foreign key ("cart_id") references "cart" ("id") on delete cascade',
    );
  }
}
