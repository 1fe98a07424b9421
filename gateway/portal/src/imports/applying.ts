import { useEffect, useRef, useState } from 'react';
import { call } from '../api/client';
import type { Import } from '../api/contract';
import { Problem } from '../api/problem';
import { queryClient } from '../api/query';
import { may, use } from '../model/can';
import { useFilters } from '../ui/useFilters';
import { expected, type Imported, type Kind, kinds, next, type Service, services } from './order';

/** As long as what a file refers to is not written, it is checked against what another file is about to bring. */
export function useExpected(imports: Imported, applying: boolean) {
  const asked = useRef<Record<string, string>>({});
  const [busy, setBusy] = useState(0);
  const [problem, setProblem] = useState<Problem | undefined>();
  useEffect(() => {
    if (applying) return;
    for (const kind of kinds) {
      const { from, as } = expected[kind] ?? {};
      const [bringing, one] = [from && imports[from], imports[kind]];
      if (!as || !bringing || !one || !mayExpect(bringing, one, kind)) continue;
      const pair = `${bringing.id} ${one.id}`;
      if (asked.current[kind] === pair) continue;
      asked.current[kind] = pair;
      setBusy((before) => before + 1);
      expectThem(from, bringing, kind, one, as)
        .catch((cause: unknown) => setProblem(cause instanceof Problem ? cause : undefined))
        .finally(() => setBusy((before) => before - 1));
    }
  }, [imports, applying]);
  return { busy: busy > 0, problem };
}

function mayExpect(bringing: Import, one: Import, kind: Kind): boolean {
  const checked = bringing.status === 'CHECKED' && one.status === 'CHECKED';
  // Meetings of an unknown group are not refused: they would become communities of their own.
  const concerned = kind === 'meetings' || one.counts.refused > 0;
  return checked && concerned && bringing.counts.create > 0 && may(one, use.mapImport);
}

async function expectThem(from: Kind | undefined, bringing: Import, kind: Kind, one: Import, as: string) {
  if (!from) return;
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await call('get', `/api/${services[from]}/imports/{id}/rows`, {
      path: { id: bringing.id },
      query: { verdict: 'CREATE', limit: 100, cursor },
    });
    names.push(...page.items.flatMap((row) => [row.key, row.understood.name ?? row.key]));
    cursor = page.next;
  } while (cursor !== undefined && names.length < mostExpected);
  await mapAgain(services[kind], one, { ...one.mapping, [as]: [...new Set(names)].slice(0, mostExpected) });
}

/** As many as a mapping takes. */
const mostExpected = 2000;

async function mapAgain(service: Service, one: Import, mapping: Import['mapping']): Promise<Import> {
  const mapped = await call('put', `/api/${service}/imports/{id}/mapping`, {
    path: { id: one.id },
    body: mapping,
    headers: conditions(one.version),
  });
  await lookAgain(service);
  return mapped;
}

function lookAgain(service: Service) {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey }) => String(queryKey[0]).startsWith(`/api/${service}/imports`),
  });
}

function conditions(version: number) {
  return { 'If-Match': `"${version}"`, 'Idempotency-Key': crypto.randomUUID() };
}

/** One after the other, each checked again against what has just arrived. */
export function useApply(imports: Imported) {
  const filters = useFilters();
  const wanted = filters.get('apply') === 'true';
  const step = useRef<string | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | undefined>();
  const stop = filters.set;

  useEffect(() => {
    if (!wanted || problem) return;
    const todo = next(imports);
    if (todo === 'wait') return;
    if (todo === 'done') {
      stop({ apply: undefined });
      return;
    }
    const one = imports[todo];
    if (!one || step.current === one.id) return;
    step.current = one.id;
    const { from, as } = expected[todo] ?? {};
    start(services[todo], one, from && imports[from] && as).catch((cause: unknown) => {
      step.current = undefined;
      setProblem(cause instanceof Problem ? cause : undefined);
    });
  }, [wanted, problem, imports, stop]);

  return {
    running: wanted && !problem,
    problem,
    apply: () => {
      setProblem(undefined);
      step.current = undefined;
      filters.set({ apply: 'true' });
    },
  };
}

/** @param arrived the part of the mapping with what was expected, and is there now */
async function start(service: Service, one: Import, arrived: string | undefined) {
  let { version } = one;
  if (arrived || one.status === 'FAILED') {
    const mapping = arrived ? { ...one.mapping, [arrived]: [] } : one.mapping;
    version = (await mapAgain(service, one, mapping)).version;
  }
  await call('post', `/api/${service}/imports/{id}/apply`, { path: { id: one.id }, headers: conditions(version) });
  await lookAgain(service);
}
