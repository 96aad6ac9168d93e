import pytest
from browserless import Browserless
from fake import FakeService

from webui.app import create_app


@pytest.fixture
def service():
    return FakeService()


@pytest.fixture
def app(service):
    return create_app(service)


@pytest.fixture
def reader(app):
    return Browserless(app)
