/** What a review link opens in a browser. Whether it is still good, only its secret's holder learns, from the API. */
export default function ReviewPage() {
  return (
    <main>
      <h1>A review link</h1>
      <p className="lead">
        Whoever holds it may look at one project’s pictures, pin notes on them and sign off, without an
        account.
      </p>
      <p>
        Here it is used through the API: <code>POST /api/v1/review/enter</code> takes the part of this address
        after <code>/r/</code> and gives a guest’s token.
      </p>
      <ul className="links">
        <li>
          <a href="/api/v1/docs">The API, to read and try</a>
        </li>
      </ul>
    </main>
  );
}
