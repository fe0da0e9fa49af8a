import type { MigrationClass } from '../platform/database/orm.ts';
import { Migration20261124000000_tables } from './Migration20261124000000_tables.ts';
import { Migration20261124000100_platform_rules } from './Migration20261124000100_platform_rules.ts';
import { Migration20261124003000_payments_rules } from './Migration20261124003000_payments_rules.ts';
import { Migration20261124010100_geography_rules } from './Migration20261124010100_geography_rules.ts';
import { Migration20261124010200_accounts_rules } from './Migration20261124010200_accounts_rules.ts';
import { Migration20261124050000_search_rules } from './Migration20261124050000_search_rules.ts';
import { Migration20261124050100_search_changes } from './Migration20261124050100_search_changes.ts';
import { Migration20261124060100_ledger_rules } from './Migration20261124060100_ledger_rules.ts';
import { Migration20261124060150_payout_rules } from './Migration20261124060150_payout_rules.ts';
import { Migration20261124060200_inventory_rules } from './Migration20261124060200_inventory_rules.ts';
import { Migration20261124065000_voucher_rules } from './Migration20261124065000_voucher_rules.ts';
import { Migration20261124070100_orders_rules } from './Migration20261124070100_orders_rules.ts';
import { Migration20261124080100_reviews_rules } from './Migration20261124080100_reviews_rules.ts';

/** All changes of the tables, in the order in which they are made. */
export const MIGRATIONS: readonly MigrationClass[] = [
  Migration20261124000000_tables,
  Migration20261124000100_platform_rules,
  Migration20261124003000_payments_rules,
  Migration20261124010100_geography_rules,
  Migration20261124010200_accounts_rules,
  Migration20261124050000_search_rules,
  Migration20261124050100_search_changes,
  Migration20261124060100_ledger_rules,
  Migration20261124060150_payout_rules,
  Migration20261124060200_inventory_rules,
  Migration20261124065000_voucher_rules,
  Migration20261124070100_orders_rules,
  Migration20261124080100_reviews_rules,
];
