import { Migration } from '@mikro-orm/migrations';

/** What payouts must never break, whoever writes the rows: figures that stay, moves of the table, money that moved with them. */
export class Migration20261124060150_payout_rules extends Migration {
  override up(): void {
    this.addSql(`
      create function payout_keeps_its_figures() returns trigger language plpgsql as $$
      begin
        if (new.id, new.owner_kind, new.owner_id, new.amount, new.bank_account_id, new.requested_by_id, new.idempotency_key, new.requested_at)
           is distinct from (old.id, old.owner_kind, old.owner_id, old.amount, old.bank_account_id, old.requested_by_id, old.idempotency_key, old.requested_at)
           or (old.batch_id is not null and (new.batch_id, new.line_number) is distinct from (old.batch_id, old.line_number)) then
          raise exception 'a payout keeps its figures' using errcode = 'check_violation', constraint = 'payout_keeps_its_figures';
        end if;
        if new.status <> old.status and (old.status, new.status) not in (
             ('REQUESTED', 'IN_BATCH'), ('REQUESTED', 'FAILED'), ('IN_BATCH', 'PAID'), ('IN_BATCH', 'FAILED'), ('IN_BATCH', 'RETURNED'),
             ('PAID', 'RETURNED')) then
          raise exception 'a payout does not go from % to %', old.status, new.status
            using errcode = 'check_violation', constraint = 'payout_moves_by_the_table';
        end if;
        return new;
      end $$`);
    this.addSql(
      `create trigger payout_keeps_its_figures before update on payout for each row execute function payout_keeps_its_figures()`,
    );
    // Looked at when the transaction commits: by then the ledger has to say the same as the payout.
    this.addSql(`
      create function payout_money_moved() returns trigger language plpgsql as $$
      declare
        payable uuid;
        effect_wanted text := case new.status
          when 'PAID' then 'payout-paid:' || new.id
          when 'FAILED' then 'payout-back:' || new.id
          when 'RETURNED' then 'payout-back:' || new.id
          else 'payout:' || new.id end;
      begin
        if not exists (
             select from ledger_transaction t join ledger_line l on l.transaction_id = t.id
              where t.effect = effect_wanted and abs(l.amount) = new.amount) then
          raise exception 'payout % is % without its money', new.id, new.status
            using errcode = 'check_violation', constraint = 'payout_money_moved';
        end if;
        if tg_op = 'INSERT' then
          select a.id into payable from ledger_account a
           where a.owner_id = new.owner_id
             and a.kind = case new.owner_kind when 'POINT' then 'POINT_PAYABLE' else new.owner_kind || '_PAYABLE' end;
          if ledger_balance(payable, 'infinity') > 0 then
            -- A refund came in since the money was looked at: the transaction is done again, by what is payable now. A fault of ours stays, and is told after the last try.
            raise exception 'payout % is more than was payable', new.id
              using errcode = 'serialization_failure', constraint = 'payout_within_payable';
          end if;
        end if;
        return null;
      end $$`);
    this.addSql(`
      create constraint trigger payout_money_moved after insert or update of status on payout
      deferrable initially deferred for each row execute function payout_money_moved()`);
    // Old payouts show where they went: a number is never changed, another one is another row.
    this.addSql(`
      create function bank_account_is_kept() returns trigger language plpgsql as $$
      begin
        if (to_jsonb(new) - 'replaced_at') <> (to_jsonb(old) - 'replaced_at') or old.replaced_at is not null then
          raise exception 'a bank account is replaced, not changed' using errcode = 'check_violation', constraint = 'bank_account_is_kept';
        end if;
        return new;
      end $$`);
    this.addSql(
      `create trigger bank_account_is_kept before update on bank_account for each row execute function bank_account_is_kept()`,
    );
    this.addSql(`
      create function payout_batch_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'a batch is never changed' using errcode = 'check_violation', constraint = 'payout_batch_is_kept';
      end $$`);
    this.addSql(
      `create trigger payout_batch_is_kept before update on payout_batch for each row execute function payout_batch_is_kept()`,
    );
    this.addSql(`
      create function payout_rows_stay() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of payouts stay' using errcode = 'restrict_violation', constraint = 'payout_rows_stay';
      end $$`);
    for (const table of ['bank_account', 'payout', 'payout_batch'])
      this.addSql(
        `create trigger payout_rows_stay before delete on ${table} for each row execute function payout_rows_stay()`,
      );
    this.addSql(`create index payment_attempt_settled on payment_attempt (settled_at) where settled_at is not null`);
    this.addSql(`create index refund_sent on refund (sent_at) where sent_at is not null`);
    // Assumed: Midtrans does not publish a list that binds anybody, an agreement does. A share for QR codes (0.7 %, the rate of Bank Indonesia for
    // ordinary shops) and wallets, a sum with VAT for each transfer and counter. A curator enters what was agreed upon (setProviderFee).
    this.addSql(`
      insert into provider_fee (method, valid_from, basis_points, flat, is_assumed) values
        ('QRIS', '2026-01-01', 70, 0, true), ('GOPAY', '2026-01-01', 200, 0, true), ('SHOPEEPAY', '2026-01-01', 200, 0, true),
        ('VA_BCA', '2026-01-01', 0, 4440, true), ('VA_BNI', '2026-01-01', 0, 4440, true), ('VA_BRI', '2026-01-01', 0, 4440, true),
        ('VA_PERMATA', '2026-01-01', 0, 4440, true), ('VA_CIMB', '2026-01-01', 0, 4440, true),
        ('VA_MANDIRI', '2026-01-01', 0, 4440, true), ('ALFAMART', '2026-01-01', 0, 5000, true),
        ('INDOMARET', '2026-01-01', 0, 5000, true)`);
  }
}
