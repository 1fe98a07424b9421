import {
  keepPreviousData,
  QueryClient,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { call, type Path, type PathsWith, type Query, type Result } from './client';
import type { Page } from './contract';
import { isWorthRetrying, type Problem } from './problem';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The live stream says what changed; this only bounds how long a missed event may go unnoticed.
      staleTime: 60_000,
      retry: (failures, problem) => failures < 2 && isWorthRetrying(problem),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

export type Key = readonly [path: string, parameters: { path?: object | undefined; query?: object | undefined }];

interface Options<P extends PathsWith<'get'>> {
  path?: Path<P> | undefined;
  query?: Query<P> | undefined;
  enabled?: boolean | undefined;
  /** Keeps showing what was there while a filter changes. */
  keep?: boolean | undefined;
  /** Milliseconds, for what changes without an event that the live stream could tell of. */
  refetchInterval?: number | false | undefined;
}

type View = { stale?: boolean | undefined };

export function useGet<P extends PathsWith<'get'>>(path: P, options: Options<P> = {}) {
  const key: Key = [path, { path: options.path as object, query: options.query as object }];
  const result: UseQueryResult<Result<P>, Problem> = useQuery<Result<P>, Problem, Result<P>, Key>({
    queryKey: key,
    queryFn: ({ signal }) =>
      call('get', path, { path: options.path as object, query: options.query as object, signal }),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchInterval ?? false,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
  // A view that has not caught up with what we just did is asked again shortly.
  const stale = (result.data as View | undefined)?.stale === true;
  const { refetch } = result;
  useEffect(() => {
    if (!stale) return undefined;
    const timer = setTimeout(() => void refetch(), 2000);
    return () => clearTimeout(timer);
  }, [stale, refetch]);
  return result;
}

type PagedPaths = {
  [P in PathsWith<'get'>]: Result<P> extends Page<unknown> ? P : never;
}[PathsWith<'get'>];
export type Item<P extends PagedPaths> = Result<P> extends Page<infer T> ? T : never;

/** A cursor list that grows by a button, never by surprise. */
export function usePages<P extends PagedPaths>(path: P, options: Options<P> = {}) {
  const key: Key = [path, { path: options.path as object, query: { ...(options.query as object), paged: true } }];
  return useInfiniteQuery<Page<Item<P>>, Problem, { items: Item<P>[]; pages: number }, Key, string | undefined>({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      call('get', path, {
        path: options.path as object,
        query: { ...(options.query as object), cursor: pageParam },
        signal,
      }) as Promise<Page<Item<P>>>,
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => ({ items: data.pages.flatMap((page) => page.items), pages: data.pages.length }),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchInterval ?? false,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Goes on to the next page by itself, where a choice or a count needs everybody; up to ten pages. */
export function useAll<T, Q extends UseInfiniteQueryResult<{ items: T[]; pages: number }, Problem>>(
  query: Q,
  wanted = true,
): Q {
  const { hasNextPage, isFetching, isError, fetchNextPage, data } = query;
  const more = wanted && hasNextPage && !isFetching && !isError && (data?.pages ?? 0) < 10;
  useEffect(() => {
    if (more) void fetchNextPage();
  }, [more, fetchNextPage]);
  return query;
}

/** How many there are as far as one look tells: "25+" when more pages follow. */
export function countLabel(page: Page<unknown> | undefined): string {
  if (!page) return '…';
  return page.next ? `${page.items.length}+` : String(page.items.length);
}
