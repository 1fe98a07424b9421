import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../api/client';
import type { Follow, Page } from '../api/contract';
import { isWorthRetrying, type Problem } from '../api/problem';
import { type Key, queryClient, useGet } from '../api/query';
import { toast } from '../ui/Toasts';
import { changed } from './changed';

const path = '/api/feed/follows';
const key: Key = [path, { path: undefined, query: undefined }];

/** What one follows. A change shows at once, and is taken back with a word when it fails. */
export function useFollows() {
  const query = useGet(path);
  const { mutate } = useMutation<unknown, Problem, { one: Follow; on: boolean }>({
    mutationFn: ({ one: { kind, id }, on }) =>
      call(on ? 'put' : 'delete', '/api/feed/follows/{kind}/{id}', { path: { kind, id } }),
    retry: (failures, problem) => failures < 2 && isWorthRetrying(problem),
    // One after the other: what was pressed last counts.
    scope: { id: path },
    onMutate: async ({ one, on }) => {
      await queryClient.cancelQueries({ queryKey: key });
      show(one, on);
    },
    onError: (problem, { one, on }) => {
      show(one, !on);
      toast(problem.detail ?? problem.title);
    },
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: key });
      void queryClient.invalidateQueries({ queryKey: ['/api/feed/events'] });
    },
  });
  const set = useCallback((one: Follow, on: boolean) => mutate({ one, on }), [mutate]);
  return { query, follows: query.data?.items, set };
}

function show(one: Follow, on: boolean) {
  queryClient.setQueryData<Page<Follow>>(key, (page) => page && { ...page, items: changed(page.items, one, on) });
}
