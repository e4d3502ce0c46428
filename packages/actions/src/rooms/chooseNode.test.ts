import { newId } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import { chooseNode, type RoomNode } from './chooseNode.ts';

const aNode = (own: Partial<RoomNode> = {}): RoomNode => ({
  id: newId(),
  url: null,
  load: 0,
  isDraining: false,
  isOwner: false,
  ...own,
});

const boards = Array.from({ length: 2_000 }, () => newId() as string);
const share = (nodes: readonly RoomNode[], { id }: RoomNode) =>
  boards.filter((board) => chooseNode(nodes, board)?.id === id).length / boards.length;

it('sends people to the room’s owner, however loaded it is', () => {
  const owner = aNode({ isOwner: true, load: 1 });
  expect(chooseNode([aNode(), owner, aNode()], 'board')).toBe(owner);
});

it('sends nobody to a node that is on its way out, be it the owner', () => {
  const other = aNode();
  expect(chooseNode([aNode({ isOwner: true, isDraining: true }), other], 'board')).toBe(other);
  expect(chooseNode([aNode({ isOwner: true, isDraining: true })], 'board')).toBeNull();
  expect(chooseNode([], 'board')).toBeNull();
});

it('gives each node its share of the boards, in whatever order the nodes are listed', () => {
  const nodes = [aNode(), aNode(), aNode()];
  for (const node of nodes) expect(share(nodes, node)).toBeCloseTo(1 / 3, 1);
  for (const board of boards.slice(0, 100))
    expect(chooseNode(nodes.toReversed(), board)).toBe(chooseNode(nodes, board));
});

it('gives a loaded node less', () => {
  const [idle, busy] = [aNode(), aNode({ load: 0.75 })];
  expect(share([idle, busy], busy)).toBeCloseTo(0.2, 1);
});

it('moves no room but a lost node’s own', () => {
  const [lost, ...left] = [aNode(), aNode(), aNode()];
  for (const board of boards) {
    const before = chooseNode([...left, lost], board);
    if (before !== lost) expect(chooseNode(left, board)).toBe(before);
  }
});
