import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Moment } from '../api/contract';
import { useGet } from '../api/query';
import { CommandButton } from '../ui/CommandDialog';
import { Icon } from '../ui/Icon';
import './coaching.css';

/** One open question at its moment; it expects no answer, and who dismisses it does not see it again. */
export function Question({ moment, about }: { moment: Moment; about: string }) {
  const { data } = useGet('/api/cop/coaching', { query: { moment, about } });
  const dismiss = useCommand('post', '/api/cop/coaching/dismissals');
  const question = data?.question;
  if (!question) return null;
  const { community } = data;
  return (
    <aside className="coaching" aria-label="A question to think about">
      <p className="label">
        <Icon name="question" />{' '}
        {community ? (
          <>
            A question of{' '}
            <Link href={`/communities/${community.id}`} dir="auto">
              {community.name}
            </Link>
            , for you alone
          </>
        ) : (
          'A question, for you alone'
        )}
      </p>
      <p className="asks" dir="auto">
        {question.text}
      </p>
      <CommandButton
        size="small"
        kind="ghost"
        action="Dismiss it"
        command={dismiss}
        onRun={() => dismiss.run({ body: { question: question.id } })}
      >
        Not again
      </CommandButton>
    </aside>
  );
}
