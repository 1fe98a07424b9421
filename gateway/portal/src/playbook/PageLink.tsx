import { Link } from 'wouter';
import { useGet } from '../api/query';

/** A page by what it is called now; who may not see it learns nothing of it. */
export function PageLink({ id }: { id: string }) {
  const { data } = useGet('/api/cop/pages/{id}', { path: { id } });
  return (
    <Link href={`/pages/${id}`} dir="auto">
      {data?.title ?? 'a page'}
    </Link>
  );
}

const address = /(?:https?:\/\/[^\s/]+)?\/pages\/([0-9a-f]{8}-[0-9a-f-]{27})(?![\w/-])/;

/** A plain text in which pages that it names by their address are links. */
export function Linked({ text }: { text: string }) {
  const parts = text.split(address);
  return (
    <>
      {parts.map((part, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place
        at % 2 === 1 ? <PageLink key={at} id={part} /> : part,
      )}
    </>
  );
}
