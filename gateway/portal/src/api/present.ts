/** A value as it is once what is null has been left out (see nulls.ts): null becomes absent, at any depth. */
export type Present<T> = T extends (infer Item)[]
  ? Present<Item>[]
  : T extends object
    ? { [K in keyof T as null extends T[K] ? never : K]: Present<T[K]> } & {
        [K in keyof T as null extends T[K] ? K : never]?: Present<NonNullable<T[K]>>;
      }
    : T;
