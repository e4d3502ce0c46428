import { dropLead, dropTail, findPhrase, phraseAt, phrases } from './phrases.ts';
import { rawText, type Words } from './words.ts';

/**
 * A thing as the client named it, without what hangs on before and behind.
 *
 * @returns null when the words name none: “it”, “this one”, nothing
 */
export function thingOf(words: Words): string | null {
  const bare = bareThing(words);
  const isPointer = bare.length > 0 && phraseAt(bare, 0, pointers) === bare.length;
  return bare.length === 0 || isPointer ? null : rawText(bare);
}

/** Whether the words name no thing at all, not even by “it”. */
export function namesNothing(words: Words): boolean {
  return bareThing(words).length === 0;
}

function bareThing(words: Words): Words {
  const reason = findPhrase(words, reasons, 1);
  const said = reason ? words.slice(0, reason.at) : words;
  const bare = dropTail(dropLead(dropTail(said, tails), leads), tails);
  return phraseAt(bare, 0, articles) === bare.length ? [] : bare;
}

const leads = phrases(
  ', | . | up | out | of | off | away | from | in | on | for | to | that | please | just | also | only | and | with | at | around',
  'the colour of | colour of | the colours of | the colour on | the colour in | the color of',
  'the light on | the light in | the lighting on | the lighting in | the lighting of | the light of | the exposure of | the exposure on',
  'the tone of | the tones of | the look of | the brightness of | the contrast of | the contrast in | the shade of | the hue of',
);

const tails = phrases(
  ', | please | thanks | thank you | many thanks | cheers | instead | too | as well | also | now | again | then | if possible | if you can | asap',
  'completely | entirely | altogether | fully | totally | for me | for us | in the picture | in the photo | in the image | in the shot',
  'from the picture | from the photo | from the image | from the shot | from this picture | from this photo | from this image | from the scene | from the frame',
  'should | must | can | could | would | to | be | being | is | are | was | needs | need | has | have | to be | should be | needs to be | has to be',
  'look | looks | seem | seems | feel | feels | appear | appears | become | go | going | turn | getting | get',
  'a | an | the | and | or | into | in | with | by | for | from | as | more | less | so | too | very | really | even | nice | lovely | kind of | sort of',
  'something like | the same | maybe | perhaps | just | back | all | colour | colours | a colour | of | like | some | rather | not | but | i',
  'plain | solid | pure | matte | matt | glossy | shiny | metallic | either | different | shade | a shade | tone | a tone | darker | lighter | brighter | deeper',
  'our | our brand | the brand | brand | corporate | our corporate | company | our company',
  'would look better | would look | would be | would be better | looks better | better | work | works',
  'a bit | a little | slightly | a touch | a tad | a lot | much | way | far | ok | okay | possible | somewhere | though | only',
);

const reasons = phrases(
  'because | since | so that | so it | so we | so the | as it | as its | as they | as theyre | as that | which | its | it is | it looks | theyre',
  'thats | that is | that are | in order to | otherwise | when you | if you | to match | to make | so you | so i',
);

const pointers = phrases(
  'it | its | theyre | thats | this | that | these | those | them | here | there | one | this one | that one | the one | this thing | that thing | this bit | that bit | this part',
  'that part | the area | this area | that area | this spot | the marked area | the circled area | what i marked | what i circled | the selection | the selected area',
  'this object | the object | these things | those things | the thing | everything here | all of this | all of it | all this | both | they | this region | this here | him | her | thing | things | stuff',
);

const articles = phrases('the | a | an | my | our | your | some | of | s');
