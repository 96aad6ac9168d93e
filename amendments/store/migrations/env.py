"""Runs the migrations on the connection that `amendments.store.engine` hands over."""

from alembic import context

from amendments.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
