import { Button } from '../ui/Button';
import { Notice } from '../ui/States';
import { type Place, placesIn, type Side, settle } from './meeting';

/** Two people changed the same lines: both texts, and each place to be settled. Nothing typed is lost. */
export function Meeting({
  by,
  theirs,
  mine,
  together,
  onSettle,
}: {
  by: string;
  theirs: string;
  mine: string;
  together: string;
  onSettle: (together: string) => void;
}) {
  const places = placesIn(together);
  return (
    <section className="stack meeting" aria-label="Both changed the same lines">
      <Notice tone="warn" icon="swap">
        <p className="strong">{by} has changed the same lines meanwhile.</p>
        <p role="status">
          {places.length > 0
            ? `Choose what is to stand at ${places.length === 1 ? 'this place' : `these ${places.length} places`}, or write it yourself in the text below, between the marks. Then save again.`
            : 'All is settled. Read the text below once more, then save it.'}
        </p>
      </Notice>
      {places.map((place, index) => (
        <PlaceOf
          key={`${place.theirs} ${place.mine}`}
          by={by}
          place={place}
          title={`Place ${index + 1} of ${places.length}`}
          onChoose={(side) => onSettle(settle(together, place, side))}
        />
      ))}
      <details className="panel">
        <summary>Both texts as a whole</summary>
        <div className="sides">
          <Text title={`What ${by} saved`} text={theirs} whole />
          <Text title="What you wrote" text={mine} whole />
        </div>
      </details>
    </section>
  );
}

function PlaceOf({
  by,
  place,
  title,
  onChoose,
}: {
  by: string;
  place: Place;
  title: string;
  onChoose: (side: Side) => void;
}) {
  return (
    <section className="panel place" aria-label={title}>
      <div className="sides">
        <Text title={`What ${by} saved`} text={place.theirs} />
        <Text title="What you wrote" text={place.mine} />
      </div>
      <footer className="row">
        <Button size="small" onClick={() => onChoose('theirs')}>
          Take theirs
        </Button>
        <Button size="small" onClick={() => onChoose('mine')}>
          Take mine
        </Button>
        <Button size="small" onClick={() => onChoose('both')}>
          Take both
        </Button>
      </footer>
    </section>
  );
}

function Text({ title, text, whole }: { title: string; text: string; whole?: boolean }) {
  return (
    <figure>
      <figcaption className="label">{title}</figcaption>
      {text === '' ? (
        <p className="quiet small">nothing</p>
      ) : (
        <pre dir="auto" {...(whole ? { tabIndex: 0 } : {})}>
          {text}
        </pre>
      )}
    </figure>
  );
}
