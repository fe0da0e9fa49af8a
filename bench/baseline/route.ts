import type { IncomingMessage } from 'node:http';
import type pg from 'pg';

/** What a route answers: the value of `data` and nothing around it. */
export type Route = (pool: pg.Pool, variables: never, request: IncomingMessage) => Promise<unknown>;
