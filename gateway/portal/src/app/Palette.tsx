import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useGet } from '../api/query';
import { administers, mayMake, type UseCase, use } from '../model/can';
import { kindWords } from '../model/words';
import { matches as hasAll, resultsOf } from '../search/matches';
import { Excerpt, type ExcerptParts } from '../ui/Excerpt';
import { Icon, type IconName } from '../ui/Icon';
import { useSettled } from '../ui/useSettled';
import { useMe, useOrganization } from './me';
import { type Overlay, raise, show } from './overlay';
import { setTheme } from './theme';

interface Entry {
  id: string;
  group: string;
  name: string;
  hint?: string;
  /** Where in it the words stand. */
  excerpt?: ExcerptParts | undefined;
  icon: IconName;
  run: () => void;
}

export default function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const entries = useEntries(text, onClose);
  const list = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const back = document.activeElement;
    if (!dialog.current?.open) dialog.current?.showModal();
    return () => {
      if (back instanceof HTMLElement && back.isConnected) back.focus();
    };
  }, []);

  const selected = Math.min(at, entries.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && entries.length > 0) {
      event.preventDefault();
      const next = (selected + move + entries.length) % entries.length;
      setAt(next);
      document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      entries[selected]?.run();
    }
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click outside is a shortcut; Escape does the same
    <dialog
      ref={dialog}
      className="palette"
      aria-label="Find or do anything"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <input
        role="combobox"
        aria-label="Find a page, unit, outcome, impediment, feature, community, playbook page, decision tree or idea, or do something"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={entries.length > 0 ? `${list}-${selected}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder="Find or do anything"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={list} aria-label="Found">
        {entries.map((entry, index) => (
          <div key={entry.id} role="presentation">
            {entry.group !== entries[index - 1]?.group && (
              <p className="palette-group" role="presentation">
                {entry.group}
              </p>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled on the combobox */}
            <div
              role="option"
              id={`${list}-${index}`}
              aria-selected={index === selected}
              tabIndex={-1}
              onClick={entry.run}
              onPointerMove={() => setAt(index)}
            >
              <Icon name={entry.icon} />
              <span className="palette-found">
                <span>{entry.name}</span>
                {entry.excerpt && (
                  <span className="excerpt" dir="auto">
                    <Excerpt parts={entry.excerpt} />
                  </span>
                )}
              </span>
              {entry.hint && <span className="hint">{entry.hint}</span>}
            </div>
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className="empty">Nothing found for “{text}”.</p>}
    </dialog>
  );
}

function useEntries(text: string, onClose: () => void): Entry[] {
  const [, navigate] = useLocation();
  const me = useMe();
  const organization = useOrganization();
  const search = useSettled(text.trim());
  const enabled = search.length >= 2;
  const impediments = useGet('/api/team/impediments', { query: { q: search, limit: 5 }, enabled, keep: true });
  const features = useGet('/api/roadmap/features', { query: { q: search, limit: 5 }, enabled, keep: true });
  const communities = useGet('/api/cop/communities', { query: { q: search, limit: 5 }, enabled, keep: true });
  const written = useGet('/api/cop/search', { query: { q: search.slice(0, 200), limit: 5 }, enabled, keep: true });
  const ideas = useGet('/api/cop/ideas', { query: { q: search.slice(0, 200), limit: 5 }, enabled, keep: true });
  const trees = useGet('/api/cop/trees', { query: { q: search, limit: 5 }, enabled, keep: true });
  const outcomes = useGet('/api/roadmap/outcomes', { query: { limit: 100 }, enabled });

  return useMemo(() => {
    const go = (href: string) => () => {
      onClose();
      navigate(href);
    };
    const open = (overlay: Overlay) => () => show(overlay);
    const doing: (Entry & { takes?: UseCase })[] = [
      {
        id: 'raise',
        group: 'Do',
        name: 'Raise an impediment',
        hint: 'i',
        icon: 'impediment',
        run: raise,
        takes: use.raiseImpediment,
      },
      {
        id: 'ask',
        group: 'Do',
        name: 'Ask another team for something',
        hint: 'a',
        icon: 'dependency',
        run: open({ kind: 'ask' }),
        takes: use.proposeDependency,
      },
      { id: 'decide', group: 'Do', name: 'Record a decision', icon: 'decision', run: open({ kind: 'decide' }) },
      {
        id: 'outcome',
        group: 'Do',
        name: 'New outcome',
        icon: 'outcome',
        run: open({ kind: 'outcome' }),
        takes: use.createOutcome,
      },
      {
        id: 'write',
        group: 'Do',
        name: 'Write a page',
        icon: 'pen',
        run: go('/pages/new'),
      },
      {
        id: 'found',
        group: 'Do',
        name: 'Found a community',
        icon: 'community',
        run: go('/communities?new=yes'),
      },
    ];
    const actions = doing.filter((entry) => !entry.takes || mayMake(me, entry.takes));
    const pages: Entry[] = (
      [
        ['Home', '/', 'home', 'g h'],
        ['Impediments', '/impediments', 'impediment', 'g i'],
        ['Dependencies', '/dependencies', 'dependency', 'g d'],
        ['Dependency board', '/dependencies?view=board', 'dependency', ''],
        ['Who waits for whom', '/dependencies?view=graph', 'dependency', ''],
        ['Roadmap', '/roadmap', 'roadmap', 'g r'],
        ['Features', '/features', 'feature', 'g f'],
        ['Features without an outcome', '/features?unlinked=true', 'feature', ''],
        ['Decision log', '/decisions', 'decision', 'g l'],
        ['Communities', '/communities', 'community', 'g c'],
        ['My communities', '/communities?show=mine', 'community', ''],
        ['My pages', '/your-pages', 'page', ''],
        ['Activity', '/activity', 'clock', 'g a'],
        ['Organization', '/organization', 'organization', 'g o'],
        ['Findings and vacancies', '/organization?view=findings', 'organization', ''],
        ['People', '/people', 'people', ''],
        ['Search', '/search', 'search', ''],
        ...(mayMake(me, use.importFiles) ? [['Import', '/import', 'import', '']] : []),
        ['What I follow', '/activity?followed=true', 'star', ''],
        ...(administers(me) ? [['Connections', '/connections', 'swap', '']] : []),
        ['Who sees what', '/who-sees-what', 'shield', ''],
      ] as [string, string, IconName, string][]
    ).map(([name, href, icon, hint]) => ({ id: href, group: 'Go to', name, icon, hint, run: go(href) }));
    const looks: Entry[] = (['light', 'dark', 'system'] as const).map((theme) => ({
      id: `theme ${theme}`,
      group: 'Appearance',
      name: theme === 'system' ? 'Appearance as the system' : `${theme === 'light' ? 'Light' : 'Dark'} appearance`,
      icon: theme === 'light' ? 'sun' : theme === 'dark' ? 'moon' : 'system',
      run: () => {
        setTheme(theme);
        onClose();
      },
    }));
    const wanted = text.trim().toLowerCase();
    if (wanted === '') return [...actions, ...pages.slice(0, 13)];
    const matches = (name: string) => hasAll(name, wanted);
    const units: Entry[] = (organization?.units ?? [])
      .filter((unit) => !unit.archived && matches(unit.name))
      .slice(0, 6)
      .map((unit) => ({
        id: unit.id,
        group: 'Units',
        name: unit.name,
        hint: kindWords[unit.kind],
        icon: 'people',
        run: go(`/units/${unit.id}`),
      }));
    const found = <T extends { id: string; title: string }>(
      items: T[] | undefined,
      group: string,
      icon: IconName,
      path: string,
      hint: (one: T) => string,
      excerpt?: (one: T) => ExcerptParts | undefined,
    ): Entry[] =>
      (enabled ? (items ?? []) : []).map((one) => ({
        id: one.id,
        group,
        icon,
        name: one.title,
        hint: hint(one),
        excerpt: excerpt?.(one),
        run: go(`${path}/${one.id}`),
      }));
    return [
      ...[...actions, ...pages].filter((entry) => matches(entry.name)),
      ...looks.filter((entry) => matches(`${entry.name} theme mode`)),
      ...units,
      // Before what is still being looked for: Enter leads to the same place however fast one types.
      {
        id: 'results',
        group: 'Search',
        name: `All results for “${text.trim()}”`,
        icon: 'search',
        run: go(resultsOf(text)),
      },
      ...found(
        outcomes.data?.items.filter((one) => matches(one.title)).slice(0, 5),
        'Outcomes',
        'outcome',
        '/outcomes',
        (one) => one.quarter,
      ),
      ...found(impediments.data?.items, 'Impediments', 'impediment', '/impediments', (one) => one.team.name),
      ...found(features.data?.items, 'Features', 'feature', '/features', (one) => one.key ?? ''),
      ...found(
        communities.data?.items.map((one) => ({ ...one, title: one.name })),
        'Communities',
        'community',
        '/communities',
        (one) => (one.member ? 'yours' : ''),
      ),
      ...found(
        written.data?.items,
        'Playbook pages',
        'page',
        '/pages',
        (one) => one.community.name,
        (one) => one.highlights.text[0]?.parts,
      ),
      ...found(ideas.data?.items, 'Ideas', 'star', '/ideas', (one) => one.community.name),
      ...found(trees.data?.items, 'Decision trees', 'decision', '/trees', (one) => one.community.name),
    ];
  }, [
    text,
    me,
    organization,
    impediments.data,
    features.data,
    communities.data,
    written.data,
    ideas.data,
    trees.data,
    outcomes.data,
    enabled,
    navigate,
    onClose,
  ]);
}
