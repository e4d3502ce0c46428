const link = ['IMAGE', {}];

/** What a server with these nodes says of them. */
export const anObjectInfo = {
  LoadImage: { input: { required: { image: [['example.png'], { image_upload: true }] } } },
  LoadImageMask: { input: { required: { image: [['example.png'], {}], channel: [['alpha', 'red'], {}] } } },
  CheckpointLoaderSimple: { input: { required: { ckpt_name: [['sd15-inpainting.safetensors'], {}] } } },
  CLIPTextEncode: { input: { required: { text: ['STRING', { multiline: true }], clip: ['CLIP', {}] } } },
  KSampler: {
    input: {
      required: {
        seed: ['INT', {}],
        steps: ['INT', {}],
        denoise: ['FLOAT', {}],
        model: ['MODEL', {}],
        latent_image: ['LATENT', {}],
      },
    },
  },
  InpaintModelConditioning: { input: { required: { pixels: link, mask: ['MASK', {}], vae: ['VAE', {}] } } },
  VAEDecode: { input: { required: { samples: ['LATENT', {}], vae: ['VAE', {}] } } },
  SaveImage: { input: { required: { images: link, filename_prefix: ['STRING', {}] } } },
};
