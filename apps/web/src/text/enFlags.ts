import type { FlagCode, RiskCode } from '@pinpaint/domain';

/** What a warning is called, what it means, and what a person can do. */
export type WarningText = { readonly title: string; readonly means: string; readonly todo: string };

/** Apart from the catalogue: only who looks at a warning needs the words for it. */
export const flagTexts: Readonly<Record<FlagCode, WarningText>> = {
  'seam.visible': {
    title: 'The border shows',
    means: 'There is a step along the edge of the edit that its surroundings don’t have.',
    todo: 'Feather the mask more, or draw the region along an edge of the picture.',
  },
  'seam.contour': {
    title: 'The light has a border',
    means: 'A stretch of the region’s border shows as a contour that was not there before.',
    todo: 'Name the thing that is to be lit, or draw the region larger.',
  },
  'ghost.remains': {
    title: 'A trace remains',
    means: 'The outlines of what was removed still show in the fill.',
    todo: 'Grow the mask, or run it again with another seed.',
  },
  'rim.bleeds': {
    title: 'Its colour is left at the edge',
    means:
      'A rim has the colour of what was removed: the mask was too tight, or the fill took the colour in.',
    todo: 'Grow the mask by a few pixels and run it again.',
  },
  'fill.repeats': {
    title: 'It repeats itself',
    means: 'The same piece of the picture was laid several times.',
    todo: 'Try more variants; small copies are better taken out by hand.',
  },
  'fill.copies': {
    title: 'Something is there twice',
    means: 'The fill has a copy of something that the picture has only once, such as a face.',
    todo: 'Lock that thing and run it again: nothing is ever copied from a lock.',
  },
  'light.turned': {
    title: 'The light comes from elsewhere',
    means: 'What was changed is lit from another side than its surroundings.',
    todo: 'Try more variants, or shade it by hand.',
  },
  'lines.broken': {
    title: 'Lines end at the border',
    means: 'Edges that run up to the edit don’t go on in it.',
    todo: 'Draw the region so that it crosses fewer edges. Better by hand where several meet.',
  },
  'horizon.broken': {
    title: 'A straight line is broken',
    means:
      'A horizon or the edge of something goes in on one side and comes out on the other, but not between.',
    todo: 'Try more variants; a straight line is better drawn by hand.',
  },
  'edge.cut': {
    title: 'Something ends in a straight edge',
    means:
      'A long straight edge lies in the fill and goes on nowhere outside of it, as where two pieces meet.',
    todo: 'Try another variant, or draw the region so that it ends before or after its neighbours.',
  },
  'grain.differs': {
    title: 'The grain is different',
    means: 'The fill is smoother or noisier than the picture round it.',
    todo: 'Looked at from afar it may pass. Close up, add grain by hand.',
  },
  'fill.soft': {
    title: 'It is softer than the rest',
    means: 'The fill has less fine detail than the picture round it.',
    todo: 'Try more variants, or a smaller region.',
  },
  'fill.uncertain': {
    title: 'Little in the picture fits here',
    means: 'The engine found nothing near enough to what should be here, and made do.',
    todo: 'Look closely at the whole fill. Better by hand where things meet.',
  },
  'fill.disagrees': {
    title: 'Two tries came out differently',
    means: 'What should be here can’t be told from the picture; this is one guess of several.',
    todo: 'Ask for more variants and compare. Better by hand where it matters.',
  },
  'artwork.enlarged': {
    title: 'The artwork looks soft',
    means: 'It has fewer pixels than it covers here.',
    todo: 'Put an SVG or a larger PNG into the brand kit, or place it smaller.',
  },
  'artwork.cut': {
    title: 'The artwork is cut',
    means: 'A part of it lies outside the region or under a lock, and is missing.',
    todo: 'Place it smaller or elsewhere, or ask for a larger region.',
  },
  'thing.not-found': {
    title: 'It was not clearly found',
    means: 'The thing that the note names was not clearly found in the region.',
    todo: 'Draw the region closer round it, or name its colour in the note.',
  },
};

export const betterByHand = 'Risky: better by hand';

/** What is likely to go wrong, before an edit is run. */
export const riskTexts: Readonly<Record<RiskCode, string>> = {
  'risk.texture': 'What lies round the region is so detailed that a fill is likely to show.',
  'risk.junction':
    'Several edges run into the region and end there; where they meet can’t be told from the rest.',
  'risk.perspective':
    'Lines run towards a vanishing point here. What is copied keeps its size, and looks wrong nearer or farther.',
  'risk.fisheye': 'The picture is bent by a wide lens: what is copied from elsewhere is bent another way.',
  'risk.little-left': 'The region is larger than what is left round it to copy from.',
  'risk.far-extend': 'The new sides are several times what there is to go on from.',
  'risk.light-unclear':
    'Where the light comes from can’t be told here: the region is too flat or too patterned.',
};
