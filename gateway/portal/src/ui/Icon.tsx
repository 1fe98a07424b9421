const paths = {
  home: 'M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z',
  impediment: 'M12 3 21.5 20h-19zM12 10v4.5M12 17.2v.1',
  dependency: 'M4 7h9a4 4 0 0 1 0 8H8M11 12l-3 3 3 3M17 7h3',
  outcome: 'M12 3a9 9 0 1 0 9 9M12 7.5A4.5 4.5 0 1 0 16.5 12M12 12l8-8M16 4h4v4',
  roadmap: 'M4 5h16M4 5v14M20 5v14M4 12h16M12 5v14M4 19h16',
  feature: 'M4 6h16v5H4zM4 14h10v5H4z',
  decision: 'M5 4h11l3 3v13H5zM8.5 10h7M8.5 13.5h7M8.5 17H13',
  community:
    'M12 3.5a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zM8 10.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zM16 10.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9z',
  organization: 'M9.5 4h5v4h-5zM3.5 16h5v4h-5zM15.5 16h5v4h-5zM12 8v4M6 16v-4h12v4',
  import: 'M12 4v11M8 11l4 4 4-4M4 17v3h16v-3',
  shield: 'M12 3 4.5 6v5.5c0 4.5 3 7.7 7.5 9.5 4.5-1.8 7.5-5 7.5-9.5V6z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20',
  plus: 'M12 5v14M5 12h14',
  check: 'M5 12.5 10 17.5 19.5 7',
  cross: 'M6 6l12 12M18 6 6 18',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  question: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.7 9.6a2.4 2.4 0 1 1 3.3 2.3c-.7.3-1 .8-1 1.6M12 16.4v.1',
  risk: 'M12 3.5 21 19.5H3zM12 9.5v4.5M12 16.6v.1',
  off: 'M8 3.5h8l4.5 4.5v8L16 20.5H8L3.5 16V8zM9 9l6 6M15 9l-6 6',
  up: 'M12 19V6M6.5 11.5 12 6l5.5 5.5',
  swap: 'M4 8h14M15 5l3 3-3 3M20 16H6M9 13l-3 3 3 3',
  chevron: 'M9 5.5 15.5 12 9 18.5',
  down: 'M5.5 9 12 15.5 18.5 9',
  menu: 'M4 6.5h16M4 12h16M4 17.5h16',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  system: 'M4 5h16v11H4zM9 20h6M12 16v4',
  person: 'M12 4a3.8 3.8 0 1 0 0 7.6A3.8 3.8 0 0 0 12 4zM4.5 20c.6-4 3.6-6 7.5-6s6.900 2 7.500 6',
  out: 'M14 4h5v16h-5M4 12h11M11 8l4 4-4 4',
  offline: 'M4 4l16 16M5 10a11 11 0 0 1 4-2.500M12.500 7A11 11 0 0 1 19 10M8 13.500a6 6 0 0 1 3-1.600M12 18v.1',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  promise: 'M5 5h14v15H5zM5 9.500h14M9 3v4M15 3v4M9 15l2 2 4-4',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1',
  people:
    'M9 5a3.200 3.200 0 1 0 0 6.400A3.200 3.200 0 0 0 9 5zM3 19c.4-3.400 2.700-5 6-5s5.600 1.600 6 5M15.500 5.300a3.200 3.200 0 0 1 0 5.900M17 14.300c2.300.5 3.700 2 4 4.700',
  star: 'm12 3.500 2.600 5.500 6 .800-4.400 4.200 1.100 6-5.300-2.900L6.700 20l1.100-6L3.400 9.800l6-.800z',
  page: 'M6 3.500h8.500L18.500 7.500v13h-12.500zM14 3.500V8h4.500M9 12h6.500M9 15.500h6.500',
  pen: 'M4.500 19.500l1-4.500L16 4.500l3.500 3.500L9 18.500zM13.500 7l3.500 3.500',
  print: 'M7 9V4h10v5M7 17H4V9.500h16V17h-3M7 14h10v6.500H7z',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
} as const;

export type IconName = keyof typeof paths;

/** Decoration only: the word next to it says the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
