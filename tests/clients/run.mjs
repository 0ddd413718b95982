// usage: node run.mjs http://127.0.0.1:PORT/graphql [new-conflict-url]
// Runs each client against a running server; prints one line for each and exits with 1 if one failed.
// A POST to new-conflict-url makes the server find a conflict: with it the subscription clients are checked too.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync, cpSync, existsSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [url, newConflict] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'claimgraph-clients-'));
const schema = join(work, 'schema.graphql');
writeFileSync(schema, await (await fetch(url + '/schema.graphql')).text());
cpSync(join(here, 'src'), join(work, 'src'), { recursive: true });
symlinkSync(join(here, 'node_modules'), join(work, 'node_modules'));

const bin = (name) => join(here, 'node_modules', '.bin', name);
const run = (name, args) => execFileSync(bin(name), args, { cwd: work, stdio: 'pipe', encoding: 'utf8' });
const must = (holds, what) => { if (!holds) throw new Error(what); };
const within = (promise, ms = 20000) => Promise.race([promise, new Promise((_, no) => setTimeout(() => no(new Error(`nothing within ${ms} ms`)), ms))]);
const conflictSoon = () => setTimeout(() => fetch(newConflict, { method: 'POST' }), 500);
const subscription = 'subscription { conflictFound { id kind later { quote } } }';

const clients = {
  'graphql-codegen': () => {
    writeFileSync(join(work, 'codegen.json'), JSON.stringify({ schema: url, documents: 'src/*.graphql', generates: { 'types.ts': { plugins: ['typescript', 'typescript-operations'] } } }));
    run('graphql-codegen', ['--config', 'codegen.json']);
    must(readFileSync(join(work, 'types.ts'), 'utf8').includes('export type BoardQuery '), 'no type for the query');
  },
  'relay-compiler': () => {
    writeFileSync(join(work, 'relay.config.json'), JSON.stringify({ src: 'src', schema: 'schema.graphql', language: 'javascript', eagerEsModules: true }));
    run('relay-compiler', []);
    must(existsSync(join(work, 'src', '__generated__', 'ConflictListPage.graphql.js')), 'no compiled query');
  },
  urql: async () => {
    const { Client, fetchExchange, cacheExchange, gql } = await import('@urql/core');
    const client = new Client({ url, exchanges: [cacheExchange, fetchExchange] });
    const { data, error } = await client.query(gql(readFileSync(join(here, 'src', 'board.graphql'), 'utf8')), { first: 5 }).toPromise();
    must(!error && data.questions.nodes.length > 0, error?.message ?? 'no questions');
    const wrong = await client.query(gql`{ claims(first: 101) { totalCount } }`, {}).toPromise();
    must(wrong.error?.graphQLErrors[0]?.extensions.code === 'PAGE_SIZE_EXCEEDED', 'the code of the error is lost');
  },
  'graphql-ws': async () => {
    const { createClient } = await import('graphql-ws');
    const { default: WebSocket } = await import('ws');
    const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
    const once = (query) => new Promise((yes, no) => { const stop = client.subscribe({ query }, { next: (v) => { yes(v); stop(); }, error: no, complete: () => {} }); });
    must((await within(once('{ statistics { claims } }'))).data.statistics.claims > 0, 'no statistics');
    if (newConflict) { conflictSoon(); must((await within(once(subscription))).data.conflictFound.id, 'no conflict'); }
    await client.dispose();
  },
  'graphql-sse': async () => {
    const { createClient } = await import('graphql-sse');
    const client = createClient({ url, retryAttempts: 0 });
    const once = (query) => new Promise((yes, no) => { const stop = client.subscribe({ query }, { next: (v) => { yes(v); stop(); }, error: no, complete: () => {} }); });
    must((await within(once('{ statistics { claims } }'))).data.statistics.claims > 0, 'no statistics');
    if (newConflict) { conflictSoon(); must((await within(once(subscription))).data.conflictFound.id, 'no conflict'); }
    client.dispose();
  },
};

let failed = 0;
for (const [name, check] of Object.entries(clients)) {
  try {
    await check();
    console.log(`ok    ${name}`);
  } catch (problem) {
    failed++;
    console.log(`FAIL  ${name}: ${problem.message} ${problem.stderr ?? ''} ${problem.stdout ?? ''}`);
  }
}
process.exit(failed ? 1 : 0);
