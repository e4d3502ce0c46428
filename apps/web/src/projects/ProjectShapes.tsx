import { Shape } from '../ui/Shape.tsx';

/** The shape of what comes. */
export function ProjectShapes() {
  return (
    <div>
      <Shape className="mb-3 h-4 w-40" />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {[1, 2, 3, 4].map((card) => (
          <div key={card}>
            <Shape className="aspect-[278/148]" />
            <Shape className="mt-2.5 h-4 w-32" />
            <Shape className="mt-1.5 h-3 w-24" />
          </div>
        ))}
      </div>
    </div>
  );
}
