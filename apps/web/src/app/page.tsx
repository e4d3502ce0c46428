import { readiness } from './readiness.ts';

/** What runs here, for whoever has just typed `npm start`. */
export default async function StartPage() {
  const parts = await readiness();
  return (
    <main>
      <h1>Pinpaint</h1>
      <p className="lead">
        A client’s note becomes an exact edit: only the mask changes, everything else stays the same bytes.
      </p>
      <h2>What runs</h2>
      <ul className="parts">
        {parts.map((part) => (
          <li key={part.name}>
            <span className={part.ready ? 'state ready' : 'state'}>
              {part.ready ? '✓ Ready' : '○ Not yet'}
            </span>
            <span>{part.name}</span>
            <span className="says">{part.says}</span>
          </li>
        ))}
      </ul>
      <h2>Where to go</h2>
      <ul className="links">
        <li>
          <a href="/sign-in">Sign in</a>
        </li>
        <li>
          <a href="/api/v1/docs">The API, to read and try</a>
        </li>
        <li>
          <a href="/api/v1/openapi.json">OpenAPI 3.1 document</a>
        </li>
        <li>
          <a href="/readyz">Readiness, for machines</a>
        </li>
      </ul>
      <p className="hint">
        Tokens of the demo people and a client’s review link are printed where <code>npm start</code> runs.{' '}
        <code>npm run demo</code> takes nine notes through the whole way and writes the pictures.
      </p>
    </main>
  );
}
