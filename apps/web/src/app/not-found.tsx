export default function NotFound() {
  return (
    <main>
      <h1>There is no such page</h1>
      <p className="lead">The address may be mistyped, or what it showed is gone.</p>
      <ul className="links">
        <li>
          <a href="/">What runs here</a>
        </li>
      </ul>
    </main>
  );
}
