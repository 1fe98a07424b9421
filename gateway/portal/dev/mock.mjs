// Not part of the product: stands in for the services while looking at the portal without them (npm run dev:mock).
// It serves the built portal too, with the gateway's content security policy.
import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const port = Number(process.env.PORT ?? 8080);
const root = fileURLToPath(new URL('../../target/classes/static/', import.meta.url));
const day = 86_400_000;
const iso = (days) => new Date(Date.now() + days * day).toISOString();
const date = (days) => iso(days).slice(0, 10);
const uuid = (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const people = [
  'Ada Okafor',
  'Bruno Keller',
  'Chiara Rossi',
  'Dmitri Volkov',
  'Elif Demir',
  'Farah Haddad',
  'Gustav Lind',
  'Hana Suzuki',
  'Ines Duarte',
  'Jonas Berg',
  'Kofi Mensah',
  'Lena Vogt',
  'Mateo Cruz',
  'Nadia Benali',
].map((name, i) => ({ id: uuid(900 + i), name }));
const P = (i) => people[i % people.length];
const areaNames = ['Booking', 'Operations', 'Partner platform'];
const teamNames = [
  'Search & Offers',
  'Checkout',
  'Traveller Profile',
  'Crew Planning',
  'Turnaround',
  'Disruption Desk',
  'Partner API',
  'Settlement',
  'Identity & Access',
];
const areas = areaNames.map((name, i) => ({ id: uuid(10 + i), name }));
const teams = teamNames.map((name, i) => ({ id: uuid(20 + i), name }));
const sos = [
  { id: uuid(40), name: 'Product Scrum of Scrums' },
  { id: uuid(41), name: 'Booking Scrum of Scrums' },
  { id: uuid(42), name: 'Operations Scrum of Scrums' },
];
const eat = { id: 'product', name: 'Northwind Air' };
const units = [
  { id: 'product', kind: 'PRODUCT', name: 'Northwind Air', vacancies: [], findings: 0 },
  ...areas.map((a) => ({ ...a, kind: 'AREA', parent: 'product', vacancies: [], findings: 0 })),
  ...teams.map((t, i) => ({
    ...t,
    kind: 'TEAM',
    parent: areas[Math.floor(i / 3)].id,
    scrumOfScrums: sos[i < 3 ? 1 : i < 6 ? 2 : 0].id,
    members: 5 + (i % 4),
    vacancies: i === 7 ? [{ role: 'SCRUM_MASTER', since: date(-40) }] : [],
    findings: i === 7 ? 1 : i === 3 ? 1 : 0,
  })),
  { ...sos[0], kind: 'SCRUM_OF_SCRUMS', vacancies: [], findings: 0 },
  { ...sos[1], kind: 'SCRUM_OF_SCRUMS', parent: sos[0].id, vacancies: [], findings: 0 },
  { ...sos[2], kind: 'SCRUM_OF_SCRUMS', parent: sos[0].id, vacancies: [], findings: 0 },
];
const sprints = Array.from({ length: 13 }, (_, i) => ({
  number: 17 + i,
  start: date(-6 * 14 - 5 + i * 14),
  end: date(-6 * 14 - 5 + i * 14 + 13),
}));
const canImpediment = [
  'SupportImpediment',
  'UpdateImpediment',
  'DescribeImpediment',
  'EscalateImpediment',
  'ResolveImpediment',
];
const imp = (n, title, t, age, extra = {}) => ({
  id: uuid(100 + n),
  version: 3,
  title,
  team: teams[t],
  raisedBy: P(t + 3),
  raisedAt: iso(-age - 0.1),
  scope: 'TEAM',
  affectedTeams: [],
  features: [],
  state: 'OPEN',
  level: 'TEAM',
  holder: teams[t],
  ageDays: age,
  daysLost: null,
  supporters: 0,
  meToo: false,
  updates: [],
  escalations: [],
  visibility: 'ORGANIZATION',
  can: canImpediment,
  ...extra,
});
const evidence = {
  impact: 'Two sprints of the checkout rewrite wait; the partner launch on 15 December depends on it.',
  daysLost: 11,
  ageDays: 9,
  affectedTeams: [teams[1], teams[6]],
  features: [{ id: uuid(302), name: 'One-page checkout' }],
  outcomes: [{ id: uuid(400), name: 'Booking in under three minutes' }],
  proposal: 'Give the release board one named owner who may approve within two days, instead of the monthly committee.',
  respondBy: date(3),
};
const impediments = [
  imp(1, 'Security review of the payment form takes a month because one committee meets monthly', 1, 19, {
    scope: 'ORGANIZATIONAL',
    category: 'Process',
    level: 'EXECUTIVE_ACTION_TEAM',
    holder: eat,
    waitingFor: 'Executive Action Team',
    nextStep: 'Answer expected this week',
    stops: 'Release of one-page checkout',
    daysLost: 11,
    supporters: 3,
    affectedTeams: [teams[1], teams[6]],
    features: [uuid(302)],
    updates: [
      { at: iso(-17), by: P(1), text: 'Asked for an extra meeting. The committee has no deputy who could approve.' },
      { at: iso(-12), by: P(4), text: 'Partner API waits for the same review. We count eleven lost days so far.' },
    ],
    escalations: [
      {
        to: 'SCRUM_OF_SCRUMS',
        at: iso(-10),
        by: P(1),
        evidence: { ...evidence, proposal: 'Let us find out who else waits.' },
      },
      { to: 'EXECUTIVE_ACTION_TEAM', at: iso(-4), by: P(9), evidence },
    ],
    can: [...canImpediment, 'AnswerEscalation'],
  }),
  imp(2, 'Staging database is reset every night and takes our test data with it', 1, 7, {
    category: 'Environment',
    nextStep: 'Try a snapshot per team',
    waitingFor: 'Platform operations',
    supporters: 2,
  }),
  imp(3, 'No access to the seat map contract tests of Partner API', 1, 2, {
    scope: 'CROSS_TEAM',
    nextStep: 'Kofi asks at the Scrum of Scrums',
  }),
  imp(4, 'Card sandbox answers only in office hours of another time zone', 1, 12, {
    category: 'Supplier',
    waitingFor: 'Supplier management',
    nextStep: 'Contract change is drafted',
    level: 'SCRUM_OF_SCRUMS',
    holder: sos[1],
  }),
  imp(5, 'Crew rules changed by law, nobody can decide on the interpretation', 3, 15, {
    scope: 'ORGANIZATIONAL',
    level: 'EXECUTIVE_ACTION_TEAM',
    holder: eat,
    daysLost: 6,
    escalations: [
      {
        to: 'EXECUTIVE_ACTION_TEAM',
        at: iso(-8),
        by: P(9),
        evidence: {
          ...evidence,
          impact: undefined,
          impactUnknown: true,
          proposal: 'Name one person in legal who answers within three days.',
        },
      },
    ],
    answer: {
      kind: 'PROMISED',
      by: P(0),
      at: iso(-6),
      reason: 'We will name someone.',
      promisedFor: date(-1),
      kept: false,
    },
    can: [...canImpediment, 'AnswerEscalation'],
  }),
  imp(6, 'Two feature flags services, teams do not know which to use', 4, 5, { scope: 'CROSS_TEAM' }),
  imp(7, 'Build agents are out of disk twice a week', 5, 4, {}),
  imp(8, 'Settlement has no test environment with last year’s bookings', 7, 23, {
    level: 'SCRUM_OF_SCRUMS',
    holder: sos[0],
    daysLost: 9,
  }),
  imp(9, 'The design system’s date picker is not accessible', 0, 1, {}),
  imp(10, 'Identity provider certificate rotation breaks sign-in on test every Monday', 8, 9, { supporters: 1 }),
  imp(11, 'Nobody answers in the airport slot interface channel', 4, 6, {}),
  imp(12, 'Load test window is only on Sundays', 2, 3, {}),
  imp(13, 'Unclear who owns the price rounding rules', 0, 31, {
    state: 'RESOLVED',
    resolution: {
      at: iso(-2),
      by: P(2),
      fix: 'Settlement owns them; written down in the decision log.',
      causeRemoved: true,
    },
    can: [],
  }),
];
const canDependency = ['CommitDependency', 'CounterDependency', 'DeclineDependency'];
const dep = (n, title, c, p, needed, committed, status, extra = {}) => ({
  id: uuid(200 + n),
  version: 2,
  title,
  consumer: teams[c],
  producer: teams[p],
  neededBy: needed === null ? undefined : date(needed),
  committedBy: committed === null ? undefined : date(committed),
  status,
  broken: false,
  visibility: 'ORGANIZATION',
  history: [
    { move: 'PROPOSE', at: iso(-20), by: P(c), to: 'PROPOSED', date: needed === null ? undefined : date(needed) },
    ...(committed === null
      ? []
      : [{ move: 'COMMIT', at: iso(-16), by: P(p), from: 'PROPOSED', to: 'COMMITTED', date: date(committed) }]),
  ],
  can:
    status === 'PROPOSED' || status === 'COUNTERED'
      ? canDependency
      : status === 'COMMITTED'
        ? ['SlipDependency', 'DeliverDependency']
        : status === 'DELIVERED'
          ? ['AcceptDependency']
          : [],
  ...extra,
});
const dependencies = [
  dep(1, 'Seat map in the partner contract', 1, 6, 9, 23, 'COMMITTED', {
    broken: true,
    brokenReason: 'Committed 14 days after it is needed.',
    feature: uuid(302),
    history: [
      { move: 'PROPOSE', at: iso(-20), by: P(1), to: 'PROPOSED', date: date(9) },
      { move: 'COMMIT', at: iso(-16), by: P(6), from: 'PROPOSED', to: 'COMMITTED', date: date(9) },
      {
        move: 'SLIP',
        at: iso(-0.02),
        by: P(6),
        date: date(23),
        reason: 'The supplier’s certificate arrives two weeks later than promised.',
      },
    ],
  }),
  dep(2, 'Strong customer authentication for saved cards', 1, 8, 20, 18, 'COMMITTED', { feature: uuid(302) }),
  dep(3, 'Price guarantee flag on offers', 1, 0, 16, null, 'PROPOSED', { feature: uuid(303) }),
  dep(4, 'Refund reasons in the settlement file', 1, 7, 30, null, 'COUNTERED', {
    counterOffer: { by: 'PRODUCER', date: date(44), reason: 'Year end closing first.' },
  }),
  dep(5, 'Crew legality check as a call', 5, 3, 5, 4, 'DELIVERED'),
  dep(6, 'Gate changes as events', 5, 4, 25, 24, 'COMMITTED'),
  dep(7, 'Traveller consent in the profile', 0, 2, 12, null, 'PROPOSED'),
  dep(8, 'Partner sign-in by organization', 6, 8, -3, -6, 'COMMITTED', {
    broken: true,
    brokenReason: 'Was due 6 days ago and is not delivered.',
  }),
  dep(9, 'Invoice numbers per partner', 6, 7, 33, 33, 'COMMITTED'),
  dep(10, 'Document scan in check-in', 2, 8, 47, null, 'PROPOSED'),
  dep(11, 'Delay codes of the airport', 3, 4, 21, 21, 'COMMITTED'),
  dep(12, 'Rebooking offers without a price', 5, 0, 40, 38, 'COMMITTED'),
  dep(13, 'Seat map for accessible travel', 2, 6, 58, 55, 'COMMITTED'),
  dep(14, 'Crew hotel rates', 3, 7, 61, null, 'PROPOSED'),
];
const q0 = (() => {
  const d = new Date();
  return `${d.getFullYear()}-Q${Math.floor(d.getMonth() / 3) + 1}`;
})();
const q = (s) => {
  const [y, n] = q0.split('-Q').map(Number);
  const i = y * 4 + n - 1 + s;
  return `${Math.floor(i / 4)}-Q${(i % 4) + 1}`;
};
const kr = (n, name, unit, baseline, target, values) => ({
  id: uuid(500 + n),
  name,
  unit,
  baseline,
  target,
  current: values.at(-1) ?? baseline,
  history: values.map((value, i) => ({ at: iso(-50 + i * (46 / Math.max(1, values.length))), value, by: P(n) })),
});
const reason1 = {
  kind: 'DEPENDENCY',
  id: uuid(201),
  text: 'Partner API delivers “Seat map in the partner contract” 14 days after Checkout needs it',
  owner: teams[6],
  ageDays: 0,
  source: 'Partner API, slipped in Guildhall',
  at: iso(-0.02),
  path: [
    { kind: 'OUTCOME', id: uuid(400), title: 'Booking in under three minutes' },
    { kind: 'FEATURE', id: uuid(302), title: 'One-page checkout' },
    { kind: 'DEPENDENCY', id: uuid(201), title: 'Seat map in the partner contract' },
  ],
};
const reason2 = {
  kind: 'IMPEDIMENT',
  id: uuid(101),
  text: 'The security review takes a month; escalated and not answered yet',
  owner: eat,
  ageDays: 19,
  source: 'Checkout, raised in Guildhall',
  at: iso(-4),
  path: [
    { kind: 'OUTCOME', id: uuid(400), title: 'Booking in under three minutes' },
    { kind: 'FEATURE', id: uuid(302), title: 'One-page checkout' },
    { kind: 'IMPEDIMENT', id: uuid(101), title: impediments[0].title },
  ],
};
const out = (n, title, a, quarter, state, krs, reasons = [], extra = {}) => ({
  id: uuid(400 + n),
  version: 4,
  title,
  area: a === null ? null : areas[a],
  quarter,
  owner: P(a ?? 0),
  keyResults: krs,
  visibility: 'ORGANIZATION',
  shownState: state,
  assessment: { state, since: iso(-n - 0.02), computedAt: iso(-0.01), reasons },
  can: ['ChangeOutcome', 'MeasureKeyResult', 'OverrideAssessment', 'EndOverride'],
  ...extra,
});
const outcomes = [
  out(
    0,
    'Booking in under three minutes',
    0,
    q0,
    'AT_RISK',
    [
      kr(1, 'Median time from search to ticket', 'min', 7.4, 3, [7.2, 6.5, 6.1, 5.2, 4.6, 4.4]),
      kr(2, 'Bookings given up at payment', '%', 31, 18, [30, 28, 27, 24]),
    ],
    [reason1, reason2],
  ),
  out(1, 'Travellers keep their data current themselves', 0, q0, 'ON_TRACK', [
    kr(3, 'Profiles confirmed in the last year', '%', 22, 60, [25, 34, 41, 48]),
  ]),
  out(
    2,
    'Aircraft leave on time after a short stop',
    1,
    q0,
    'OFF_TRACK',
    [kr(4, 'Departures within 15 minutes', '%', 71, 82, [72, 71, 70])],
    [
      {
        kind: 'IMPEDIMENT',
        id: uuid(105),
        text: 'A promise about the crew rules was not kept',
        owner: eat,
        ageDays: 15,
        source: 'Crew Planning',
        at: iso(-1),
        path: [
          { kind: 'OUTCOME', id: uuid(402), title: 'Aircraft leave on time after a short stop' },
          { kind: 'FEATURE', id: uuid(305), title: 'Crew swap in one step' },
          { kind: 'IMPEDIMENT', id: uuid(105), title: impediments[4].title },
        ],
      },
    ],
    {
      override: {
        state: 'AT_RISK',
        reason: 'Legal answered by phone this morning; the written answer follows on Thursday.',
        by: P(0),
        until: date(9),
      },
      shownState: 'AT_RISK',
    },
  ),
  out(3, 'Disrupted travellers are rebooked before they ask', 1, q(1), 'ON_TRACK', [
    kr(5, 'Rebooked within an hour', '%', 18, 65, [20, 29]),
  ]),
  out(
    4,
    'A partner is live in two weeks',
    2,
    q0,
    'AT_RISK',
    [kr(6, 'Days from contract to first sale', 'days', 74, 14, [70, 61, 49, 38])],
    [
      {
        ...reason1,
        id: uuid(208),
        text: 'Partner sign-in by organization is 6 days overdue',
        owner: teams[8],
        ageDays: 6,
        path: [
          { kind: 'OUTCOME', id: uuid(404), title: 'A partner is live in two weeks' },
          { kind: 'FEATURE', id: uuid(307), title: 'Partner onboarding' },
          { kind: 'DEPENDENCY', id: uuid(208), title: 'Partner sign-in by organization' },
        ],
      },
    ],
  ),
  out(5, 'Settlement closes on the third day', 2, q(1), 'UNKNOWN', [
    kr(7, 'Working days until the books are closed', 'days', 9, 3, []),
  ]),
  out(6, 'One identity for travellers, crew and partners', null, q(1), 'ON_TRACK', [
    kr(8, 'Sign-ins through the new provider', '%', 5, 90, [12, 31]),
  ]),
];
const feat = (n, key, title, t, days, status, outcome, deps = []) => ({
  id: uuid(300 + n),
  version: 2,
  key,
  title,
  team: t === null ? null : teams[t],
  plannedDate: date(days),
  date: date(days),
  outcome,
  status,
  needs: [],
  dependencies: deps.map((i) => {
    const d = dependencies[i - 1];
    return {
      id: d.id,
      status: d.status,
      producer: d.producer,
      neededBy: d.neededBy,
      committedBy: d.committedBy,
      broken: d.broken,
    };
  }),
  source: 'Jira',
  externalId: key,
  visibility: 'ORGANIZATION',
  can: ['LinkFeature', 'RescheduleFeature', 'NeedTeam'],
});
const features = [
  feat(1, 'BK-101', 'Offers with a price guarantee', 0, 20, 'IN_PROGRESS', uuid(400)),
  feat(2, 'BK-117', 'One-page checkout', 1, 9, 'IN_PROGRESS', uuid(400), [1, 2]),
  feat(3, 'BK-121', 'Saved cards', 1, 30, 'PLANNED', uuid(400), [3]),
  feat(4, 'BK-140', 'Profile confirmation by mail', 2, 12, 'IN_PROGRESS', uuid(401)),
  feat(5, 'OP-31', 'Crew swap in one step', 3, 25, 'IN_PROGRESS', uuid(402), [11]),
  feat(6, 'OP-44', 'Gate changes on crew phones', 5, 28, 'PLANNED', uuid(402), [6]),
  feat(7, 'PA-9', 'Partner onboarding', 6, 7, 'IN_PROGRESS', uuid(404), [8, 9]),
  feat(8, 'PA-15', 'Invoice preview', 7, 40, 'PLANNED', undefined),
  feat(9, 'BK-160', 'Dark mode for the app', 2, 44, 'PLANNED', undefined),
  feat(10, 'OP-52', 'Replace the old roster report', 3, 50, 'PLANNED', undefined),
  feat(11, 'PA-22', 'Webhook retries', 6, 51, 'PLANNED', undefined),
];
const decisions = [
  {
    question: 'May the checkout go live without the seat map?',
    choice: 'Yes, for partners without seat reservation',
    why: 'Two thirds of the partners do not sell seats. It gives us a month of real numbers.',
    status: 'PROPOSED',
    by: P(1),
    at: iso(-5),
    concerns: [{ kind: 'OUTCOME', id: uuid(400), title: 'Booking in under three minutes' }],
  },
  {
    question: 'Which feature flag service do we keep?',
    choice: 'The one of Operations',
    why: 'It has an audit log, and six of nine teams use it.',
    status: 'PROPOSED',
    by: P(4),
    at: iso(-2),
    concerns: [],
    options: [
      { name: 'Operations’ service', tradeOffs: 'Audit log; no percentage rollout yet' },
      { name: 'Booking’s service', tradeOffs: 'Percentage rollout; no audit log' },
    ],
  },
  {
    question: 'Who owns the price rounding rules?',
    choice: 'Settlement',
    why: 'They answer to the auditors for them.',
    status: 'ACCEPTED',
    by: P(7),
    at: iso(-9),
    concerns: [],
  },
  {
    question: 'Is a second Scrum Master right for Crew Planning?',
    choice: 'Waived until the end of the quarter',
    why: 'The team splits in January.',
    status: 'ACCEPTED',
    by: P(3),
    at: iso(-21),
    concerns: [],
    source: { event: randomUUID(), kind: 'WAIVER' },
  },
  {
    question: 'Do we support the old partner file?',
    choice: 'No, from March on',
    why: 'Two partners are left, both have a date.',
    status: 'SUPERSEDED',
    by: P(6),
    at: iso(-60),
    concerns: [],
  },
].map((d, i) => ({
  id: uuid(600 + i),
  version: 1,
  options: [],
  can: d.status === 'PROPOSED' ? ['AcceptDecision', 'VetoDecision', 'SupersedeDecision'] : ['SupersedeDecision'],
  ...d,
}));
const findings = [
  {
    id: uuid(700),
    rule: 'one-scrum-master-per-team',
    unit: teams[7],
    text: 'Settlement has had no Scrum Master for 40 days',
    since: iso(-40),
  },
  {
    id: uuid(701),
    rule: 'co-scrum-master-only-in-a-large-team',
    unit: teams[3],
    text: 'Crew Planning has a second Scrum Master with 8 members; the rule expects 15',
    since: iso(-21),
    waived: { by: P(3), reason: 'The team splits in January.', until: date(40) },
  },
  {
    id: uuid(702),
    rule: 'unanswered-escalation',
    unit: eat,
    text: 'An escalation about the payment form has waited 4 days for an answer',
    since: iso(-4),
  },
  {
    id: uuid(703),
    rule: 'broken-promise',
    unit: eat,
    text: 'A promise about the crew rules was due yesterday',
    since: iso(-1),
  },
];
const imports = {};
const mkImport = (kind, file) => ({
  id: kind === 'catalog' ? uuid(800) : uuid(801),
  version: 1,
  kind,
  file,
  status: 'CHECKED',
  mapping:
    kind === 'catalog'
      ? {
          product: 'merge',
          scrumOfScrums: null,
          issuer: 'http://localhost:8081',
          roles: {
            'guildhall.dev/product-owner': 'PRODUCT_OWNER',
            'guildhall.dev/scrum-master': 'SCRUM_MASTER',
            'guildhall.dev/tech-lead': 'TECH_LEAD',
          },
        }
      : {
          key: 'Issue key',
          title: 'Summary',
          team: 'Team',
          status: 'Status',
          dependsOn: ['Depends on team'],
          fixVersion: 'Fix Version/s',
          statuses: { implementable: 'IN_PROGRESS', implemented: 'DONE', provisional: 'PLANNED', rejected: 'DROPPED' },
        },
  rows: kind === 'catalog' ? 268 : 677,
  done: 0,
  counts:
    kind === 'catalog'
      ? { create: 266, update: 0, unchanged: 0, refused: 2, finding: 3 }
      : { create: 660, update: 4, unchanged: 0, refused: 13, finding: 21 },
  at: iso(0),
});
imports[uuid(800)] = mkImport('catalog', 'catalog.yaml');
imports[uuid(801)] = mkImport('features', 'features.csv');
const rowsOf = (kind) =>
  kind === 'catalog'
    ? [
        { line: 1, key: 'group:kubernetes', verdict: 'UPDATE', problems: [] },
        { line: 14, key: 'group:sig-api-machinery', verdict: 'CREATE', problems: [] },
        {
          line: 902,
          key: 'user:member-204',
          verdict: 'REFUSED',
          problems: [{ what: 'Two entities have this name.', todo: 'Keep one of the lines 877 and 902.' }],
        },
      ]
    : [
        {
          line: 2,
          key: 'KEP-NNNN',
          verdict: 'REFUSED',
          problems: [
            { what: 'The team “sig-xyz” is not known.', todo: 'Correct the row, or import the team first.' },
            { what: '“yyyy-mm-dd” is not a date.', todo: 'Use the form 2026-11-30.' },
          ],
        },
        { line: 3, key: 'KEP-2313', verdict: 'CREATE', problems: [] },
        {
          line: 4,
          key: 'KEP-2400',
          verdict: 'CREATE',
          problems: [{ what: 'It has no date.', todo: 'Plan it, or its dependencies have no needed-by.' }],
        },
      ];

const roles = {
  cpo: [['CHIEF_PRODUCT_OWNER', units[0]]],
  apo: [['AREA_PRODUCT_OWNER', units[1]]],
  sm: [['SCRUM_MASTER', units[5]]],
  sosm: [['SCRUM_OF_SCRUMS_MASTER', units.find((u) => u.id === sos[0].id)]],
  dev: [['DEVELOPER', units[5]]],
  po: [['PRODUCT_OWNER', units[5]]],
  eat: [['EXECUTIVE_ACTION_TEAM', units[0]]],
  admin: [['ADMINISTRATOR', units[0]]],
  stakeholder: [['STAKEHOLDER', units[0]]],
  many: [
    ['CHIEF_PRODUCT_OWNER', units[0]],
    ['EXECUTIVE_ACTION_TEAM', units[0]],
  ],
  nobody: [],
};
const unitDetail = (u) => ({
  ...u,
  version: 5,
  description: u.kind === 'TEAM' ? 'From a filled basket to a paid ticket.' : undefined,
  findings: findings.filter((f) => f.unit.id === u.id),
  assignments:
    u.kind === 'TEAM'
      ? [
          ['PRODUCT_OWNER', 0],
          ['SCRUM_MASTER', 1],
          ['TECH_LEAD', 4],
          ['DEVELOPER', 5],
          ['DEVELOPER', 6],
          ['DEVELOPER', 8],
          ['DEVELOPER', 10],
        ]
          .filter(([r]) => !u.vacancies.some((v) => v.role === r))
          .map(([role, p], i) => ({ id: uuid(950 + i), person: P(p), role, from: date(-300 + i * 20) }))
      : u.kind === 'AREA'
        ? [{ id: uuid(990), person: P(2), role: 'AREA_PRODUCT_OWNER', from: date(-200) }]
        : [],
  can: ['ChangeUnit', 'AssignRole', 'EndAssignment'],
});

const page = (items) => ({ items, next: null });
const find = (list, id) => list.find((one) => one.id === id);
const live = new Set();
const tell = (topic, subject) => {
  for (const res of live)
    res.write(
      `event: change\nid: ${Date.now()}\ndata: ${JSON.stringify({ type: 'x', subject, sequence: String(Date.now()), topic, at: iso(0) })}\n\n`,
    );
};

function api(method, path, query, body, persona, headers) {
  const seg = path.split('/').slice(3);
  const [resource, id, action] = seg;
  if (path === '/api/team/me')
    return {
      person: P(1),
      roles: (roles[persona] ?? []).map(([role, unit]) => ({
        role,
        unit: { id: unit.id, name: unit.name, kind: unit.kind },
      })),
      administrator: persona === 'admin',
      can: ['cpo', 'apo', 'admin', 'many'].includes(persona)
        ? [
            'CreateOutcome',
            'CreateFeature',
            'CreateUnit',
            'SetCalendar',
            'WaiveFinding',
            'SetProductGoal',
            'ImportCatalog',
            'ImportFeatures',
          ]
        : [],
    };
  if (path === '/api/team/organization')
    return {
      product: units[0],
      units,
      calendar: { firstStart: date(-325), lengthDays: 14 },
      currentSprint: 23,
      sprints,
    };
  if (resource === 'units' && method === 'GET') {
    const u = find(units, id);
    return u && unitDetail(u);
  }
  if (resource === 'people')
    return page(
      people.map((p, i) => ({
        ...p,
        version: 1,
        email: i % 3 ? `${p.name.split(' ')[0].toLowerCase()}@northwind.example` : undefined,
        active: i !== 11,
        externalId: `member-${i}`,
        links: i % 4 ? [{ issuer: 'http://localhost:8081', subject: p.name.split(' ')[0].toLowerCase() }] : [],
        can: [],
      })),
    );
  if (resource === 'findings') return page(findings.filter((f) => !query.unit || f.unit.id === query.unit));
  if (resource === 'queues')
    return {
      items: impediments
        .filter((i) => i.level === 'EXECUTIVE_ACTION_TEAM')
        .map((i) => ({
          impediment: i,
          ask: i.escalations.at(-1).evidence.proposal,
          cost: i.escalations.at(-1).evidence.impact,
          ageDays: i.ageDays,
          proposal: i.escalations.at(-1).evidence.proposal,
          respondBy: date(i.ageDays > 16 ? 3 : -2),
        })),
      kept: 7,
      broken: 1,
    };
  if (path.startsWith('/api/team/boards/scrum-of-scrums'))
    return {
      sos: find(sos, seg[2]),
      newSince: impediments.filter((i) => i.state === 'OPEN' && i.ageDays < 4),
      overdue: impediments.filter((i) => i.state === 'OPEN' && i.ageDays >= 10 && i.level !== 'EXECUTIVE_ACTION_TEAM'),
      commitments: dependencies.filter((d) => d.broken),
      promises: impediments.filter((i) => i.answer),
      teams: teams.map((t) => {
        const open = impediments.filter((i) => i.team.id === t.id && i.state === 'OPEN');
        return {
          team: t,
          open: open.length,
          oldestAgeDays: open.length ? Math.max(...open.map((i) => i.ageDays)) : null,
        };
      }),
      matrix: {
        sprints: [22, 23, 24, 25, 26],
        rows: teams.slice(3).map((t, i) => ({
          team: t,
          cells: [
            { sprint: 22 + (i % 5), due: 1 + (i % 3), late: i % 3 === 0 ? 1 : 0 },
            { sprint: 24, due: 2, late: 0 },
          ],
        })),
      },
      teamsWithoutScrumMaster: [teams[7]],
    };
  if (path === '/api/team/boards/dependencies') {
    const s = sprints.filter((x) => x.number >= query.from && x.number <= query.to);
    const edges = {};
    for (const d of dependencies) {
      const k = d.consumer.id + d.producer.id;
      edges[k] ??= { consumer: d.consumer, producer: d.producer, open: 0, broken: 0 };
      edges[k].open++;
      if (d.broken) edges[k].broken++;
    }
    const cells = [];
    for (const d of dependencies) {
      const when = d.committedBy ?? d.neededBy;
      const sp = s.find((x) => x.start <= when && x.end >= when);
      if (sp) {
        let c = cells.find((x) => x.team === d.producer.id && x.sprint === sp.number);
        if (!c) {
          c = { team: d.producer.id, sprint: sp.number, dependencies: [] };
          cells.push(c);
        }
        c.dependencies.push(d);
      }
    }
    return { sprints: s, teams, cells, edges: Object.values(edges) };
  }
  if (resource === 'impediments') {
    if (id === 'look-alikes')
      return page(/review|secur|staging|database/i.test(query.title) ? impediments.slice(0, 2) : []);
    if (!id && method === 'GET')
      return page(
        impediments
          .filter(
            (i) =>
              (!query.team || i.team.id === query.team) &&
              (!query.state || i.state === query.state) &&
              (!query.level || i.level === query.level) &&
              (!query.q || i.title.toLowerCase().includes(query.q.toLowerCase())),
          )
          .sort((a, b) => (query.sort === 'recent' ? a.ageDays - b.ageDays : b.ageDays - a.ageDays)),
      );
    if (!id) {
      const made = imp(50 + impediments.length, body.title, 1, 0);
      impediments.push(made);
      return made;
    }
    const one = find(impediments, id);
    if (!one) return undefined;
    if (action === 'evidence')
      return {
        ageDays: one.ageDays,
        daysLost: one.daysLost,
        affectedTeams: one.affectedTeams,
        features: one.features.map((f) => ({ id: f, name: find(features, f).title })),
        outcomes: [{ id: uuid(400), name: 'Booking in under three minutes' }],
      };
    if (action) {
      const stale = checkVersion(one, headers);
      if (stale) return stale;
      one.version++;
      if (action === 'me-too') {
        one.meToo = true;
        one.supporters++;
      }
      if (action === 'update') one.updates.push({ at: iso(0), by: P(1), text: body.text });
      if (action === 'answer') one.answer = { by: P(0), at: iso(0), ...body };
      if (action === 'escalate') {
        if (body.to === 'EXECUTIVE_ACTION_TEAM' && !body.proposal)
          return {
            $status: 422,
            type: '/problems/no-proposal',
            title: 'A proposal is missing',
            detail: 'Say what the Executive Action Team should change.',
          };
        one.level = body.to;
        one.escalations.push({ to: body.to, at: iso(0), by: P(1), evidence: body });
      }
      if (action === 'describe')
        Object.assign(one, body, { affectedTeams: body.affectedTeams.map((t) => find(teams, t)) });
      if (action === 'resolve') {
        one.state = 'RESOLVED';
        one.can = [];
        one.resolution = { at: iso(0), by: P(1), ...body };
      }
      tell('team.impediments', id);
    }
    return one;
  }
  if (resource === 'dependencies') {
    if (!id && method === 'GET')
      return page(
        dependencies.filter(
          (d) =>
            (!query.team ||
              (query.role !== 'producer' && d.consumer.id === query.team) ||
              (query.role !== 'consumer' && d.producer.id === query.team)) &&
            (!query.status || d.status === query.status) &&
            (!query.broken || d.broken) &&
            (!query.needsAnswerFrom || d.status === 'PROPOSED' || d.status === 'COUNTERED'),
        ),
      );
    if (!id) {
      const made = dep(80, body.title, 1, 6, 30, null, 'PROPOSED');
      dependencies.push(made);
      return made;
    }
    const one = find(dependencies, id);
    if (one && action) {
      const stale = checkVersion(one, headers);
      if (stale) return stale;
      one.version++;
      const move = {
        commit: 'COMMIT',
        counter: 'COUNTER',
        slip: 'SLIP',
        deliver: 'DELIVER',
        accept: 'ACCEPT',
        decline: 'DECLINE',
      }[action];
      one.history.push({ move, at: iso(0), by: P(1), date: body?.by ?? body?.date, reason: body?.reason });
      if (action === 'commit') {
        one.status = 'COMMITTED';
        one.committedBy = body.by ?? one.neededBy;
        one.can = ['SlipDependency', 'DeliverDependency'];
      }
      if (action === 'counter') {
        one.status = 'COUNTERED';
        one.counterOffer = { by: 'PRODUCER', ...body };
      }
      if (action === 'slip') {
        one.committedBy = body.date;
        one.broken = body.date > one.neededBy;
      }
      tell('team.dependencies', id);
    }
    return one;
  }
  if (path === '/api/roadmap/product-goal')
    return {
      version: 1,
      text: 'Every traveller reaches their destination, and knows at every step that they will.',
      until: '2027-06-30',
      can: persona === 'cpo' ? ['SetProductGoal'] : [],
    };
  if (resource === 'outcomes') {
    if (id === 'copy') return page([]);
    if (!id)
      return method === 'GET'
        ? page(
            outcomes.filter(
              (o) => (!query.area || o.area?.id === query.area) && (!query.quarter || o.quarter === query.quarter),
            ),
          )
        : outcomes[0];
    const one = find(outcomes, id);
    if (action === 'assessment')
      return {
        ...one.assessment,
        history: [
          { at: iso(-0.02), state: one.assessment.state, reason: one.assessment.reasons[0]?.text },
          { at: iso(-12), state: 'ON_TRACK', reason: 'Partner API committed to the seat map' },
          { at: iso(-30), state: 'UNKNOWN', reason: 'No feature was linked' },
        ],
      };
    if (method !== 'GET') {
      const stale = checkVersion(one, headers);
      if (stale) return stale;
      one.version++;
      if (method === 'PUT') Object.assign(one, { title: body.title });
      tell('roadmap.outcomes', id);
    }
    return one;
  }
  if (resource === 'features') {
    if (!id)
      return method === 'GET'
        ? page(
            features.filter(
              (f) =>
                (!query.team || f.team?.id === query.team) &&
                (!query.outcome || f.outcome === query.outcome) &&
                (!query.unlinked || !f.outcome) &&
                (!query.q || f.title.toLowerCase().includes(query.q.toLowerCase())),
            ),
          )
        : features[0];
    if (id === 'link') {
      for (const f of body.features) find(features, f).outcome = body.outcome;
      return page(features);
    }
    return find(features, id);
  }
  if (resource === 'roadmap') {
    const qs = Array.from({ length: Number(query.quarters ?? 2) }, (_, i) => {
      const [y, n] = query.from.split('-Q').map(Number);
      const x = y * 4 + n - 1 + i;
      return `${Math.floor(x / 4)}-Q${(x % 4) + 1}`;
    });
    const all = [...areas, null];
    return {
      quarters: qs,
      areas: all,
      cells: all.flatMap((a) =>
        qs.map((quarter) => ({
          area: a?.id ?? null,
          quarter,
          outcomes: outcomes
            .filter((o) => (o.area?.id ?? null) === (a?.id ?? null) && o.quarter === quarter)
            .map((o) => ({
              id: o.id,
              title: o.title,
              keyResult: o.keyResults[0],
              shownState: o.shownState,
              mainReason: o.override?.reason ?? o.assessment.reasons[0]?.text,
              changedAt: o.assessment.since,
            })),
        })),
      ),
      withoutOutcome: { features: 4, share: 4 / 11 },
    };
  }
  if (resource === 'decisions') {
    if (!id) return page(decisions.filter((d) => !query.status || d.status === query.status));
    const one = find(decisions, id);
    if (action === 'accept') {
      one.status = 'ACCEPTED';
      one.can = [];
    }
    if (action === 'veto') {
      one.status = 'VETOED';
      one.can = [];
    }
    return one;
  }
  if (resource === 'imports') {
    const kind = path.startsWith('/api/team') ? 'catalog' : 'features';
    if (!id) {
      if (method === 'GET') return page(Object.values(imports).filter((i) => i.kind === kind));
      const made = mkImport(kind, query.file);
      imports[made.id] = made;
      return made;
    }
    const one = imports[id];
    if (action === 'rows') return page(rowsOf(one.kind).filter((r) => !query.verdict || r.verdict === query.verdict));
    if (action === 'mapping') one.version++;
    if (action === 'apply') {
      one.status = 'APPLYING';
      const timer = setInterval(() => {
        one.done = Math.min(one.rows, one.done + 90);
        if (one.done === one.rows) {
          one.status = 'APPLIED';
          clearInterval(timer);
        }
      }, 400);
    }
    return one;
  }
  return undefined;
}
function checkVersion(one, headers) {
  const expected = Number((headers['if-match'] ?? '').replaceAll('"', ''));
  return expected === one.version
    ? undefined
    : {
        $status: 412,
        type: '/problems/changed',
        title: 'Changed meanwhile',
        detail: 'Look at what changed.',
        current: structuredClone(one),
      };
}

const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
createServer((req, res) => {
  const url = new URL(req.url, 'http://x');
  const cookies = Object.fromEntries((req.headers.cookie ?? '').split('; ').map((c) => c.split('=')));
  const persona = cookies.persona;
  const json = (status, body, headers = {}) => {
    res.writeHead(status, {
      'content-type': status >= 400 ? 'application/problem+json' : 'application/json',
      ...headers,
    });
    res.end(JSON.stringify(body));
  };
  if (url.pathname === '/auth/login') {
    res.writeHead(302, {
      location: url.searchParams.get('returnTo') ?? '/',
      'set-cookie': [`persona=${url.searchParams.get('as') ?? 'cpo'}; Path=/`, 'XSRF-TOKEN=abc; Path=/'],
    });
    return res.end();
  }
  if (url.pathname === '/auth/session') return json(200, { signedIn: Boolean(persona), name: persona });
  if (url.pathname === '/auth/logout')
    return json(200, { location: '/' }, { 'set-cookie': 'persona=; Path=/; Max-Age=0' });
  if (url.pathname === '/dev/change') {
    tell(url.searchParams.get('topic'), url.searchParams.get('subject'));
    return json(200, {});
  }
  if (url.pathname.startsWith('/api/')) {
    if (!persona) return json(401, { title: 'Signed out', status: 401 });
    if (url.pathname === '/api/feed/live') {
      res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      res.write(': hello\n\n');
      live.add(res);
      req.on('close', () => live.delete(res));
      return;
    }
    const chunks = [];
    req.on('data', (c) => chunks.push(c));
    req.on('end', () => {
      if (req.method !== 'GET' && req.headers['x-xsrf-token'] !== 'abc')
        return json(403, { title: 'CSRF', status: 403 });
      const text = Buffer.concat(chunks).toString();
      let body;
      try {
        body = JSON.parse(text);
      } catch {
        body = undefined;
      }
      const answer = api(req.method, url.pathname, Object.fromEntries(url.searchParams), body, persona, req.headers);
      if (!answer)
        return json(404, {
          type: '/problems/not-found',
          title: 'Not here',
          status: 404,
          detail: 'It may have been removed, or it is not visible to you.',
        });
      if (answer.$status) return json(answer.$status, { ...answer, status: answer.$status });
      const delay = Number(process.env.DELAY ?? 0);
      setTimeout(() => json(200, answer), delay);
    });
    return;
  }
  let file = join(root, normalize(url.pathname));
  if (!file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) file = join(root, 'index.html');
  const headers = {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': csp,
    'cache-control': 'no-cache',
  };
  if (existsSync(`${file}.gz`) && /gzip/.test(req.headers['accept-encoding'] ?? '')) {
    headers['content-encoding'] = 'gzip';
    file = `${file}.gz`;
  }
  res.writeHead(200, headers);
  createReadStream(file).pipe(res);
}).listen(port, () => process.stdout.write(`http://localhost:${port}/auth/login?as=cpo\n`));
