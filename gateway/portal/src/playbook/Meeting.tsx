import { Button } from '../ui/Button';
import { Notice } from '../ui/States';
import { type Place, placesIn, type Side, settle } from './meeting';

/** What the two sides are called. */
interface Sides {
  what: string;
  theirs: string;
  mine: string;
  takeTheirs: string;
  takeMine: string;
  /** What comes after all is settled. */
  after: string;
}

export function sidesOfAnEdit(by: string): Sides {
  return {
    what: `${by} has changed the same lines meanwhile.`,
    theirs: `What ${by} saved`,
    mine: 'What you wrote',
    takeTheirs: 'Take theirs',
    takeMine: 'Take mine',
    after: 'save it',
  };
}

/** Two people changed the same lines: both texts, and each place to be settled. Nothing typed is lost. */
export function Meeting({
  sides,
  theirs,
  mine,
  together,
  onSettle,
}: {
  sides: Sides;
  theirs: string;
  mine: string;
  together: string;
  onSettle: (together: string) => void;
}) {
  const places = placesIn(together);
  return (
    <section className="stack meeting" aria-label="Both changed the same lines">
      <Notice tone="warn" icon="swap">
        <p className="strong">{sides.what}</p>
        <p role="status">
          {places.length > 0
            ? `Choose what is to stand at ${places.length === 1 ? 'this place' : `these ${places.length} places`}, or write it yourself in the text below, between the marks. Then ${sides.after}.`
            : `All is settled. Read the text below once more, then ${sides.after}.`}
        </p>
      </Notice>
      {places.map((place, index) => (
        <PlaceOf
          key={`${place.theirs} ${place.mine}`}
          sides={sides}
          place={place}
          title={`Place ${index + 1} of ${places.length}`}
          onChoose={(side) => onSettle(settle(together, place, side))}
        />
      ))}
      <details className="panel">
        <summary>Both texts as a whole</summary>
        <div className="sides">
          <Text title={sides.theirs} text={theirs} whole />
          <Text title={sides.mine} text={mine} whole />
        </div>
      </details>
    </section>
  );
}

function PlaceOf({
  sides,
  place,
  title,
  onChoose,
}: {
  sides: Sides;
  place: Place;
  title: string;
  onChoose: (side: Side) => void;
}) {
  return (
    <section className="panel place" aria-label={title}>
      <div className="sides">
        <Text title={sides.theirs} text={place.theirs} />
        <Text title={sides.mine} text={place.mine} />
      </div>
      <footer className="row">
        <Button size="small" onClick={() => onChoose('theirs')}>
          {sides.takeTheirs}
        </Button>
        <Button size="small" onClick={() => onChoose('mine')}>
          {sides.takeMine}
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
