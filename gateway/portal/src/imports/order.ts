import type { Import } from '../api/contract';

/** In the order in which they are applied: each refers to what those before it bring. */
export const kinds = ['catalog', 'features', 'communities', 'meetings'] as const;

export type Kind = (typeof kinds)[number];

export type Imported = Partial<Record<Kind, Import | undefined>>;

export const services = { catalog: 'team', features: 'roadmap', communities: 'cop', meetings: 'cop' } as const;

export type Service = (typeof services)[Kind];

export const kindWords: Record<Kind, string> = {
  catalog: 'Organization',
  features: 'Features',
  communities: 'Communities',
  meetings: 'Meetings',
};

export function isKind(kind: string): kind is Kind {
  return kind in services;
}

/** Whose turn it is: a pure answer from their states, so that a reload finds the same one. */
export function next(imports: Imported): Kind | 'wait' | 'done' {
  for (const kind of kinds) {
    const one = imports[kind];
    if (!one || one.status === 'APPLIED') continue;
    return one.status === 'APPLYING' ? 'wait' : kind;
  }
  return 'done';
}

/** Which import brings what another refers to, and the part of the other's mapping that names it until it is there. */
export const expected: Partial<Record<Kind, { from: Kind; as: string }>> = {
  features: { from: 'catalog', as: 'expectedTeams' },
  meetings: { from: 'communities', as: 'expectedCommunities' },
};
